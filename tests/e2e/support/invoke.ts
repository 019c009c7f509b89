import type { Page } from '@playwright/test'
import type { Bridge } from '../../../src/shared/ipc/bridge.ts'
import type { InputOf, OutputOf, RouteName } from '../../../src/shared/ipc/contract.ts'
import type { Result } from '../../../src/shared/ipc/errors.ts'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

/** Calls main as the window does. */
export async function invoke<R extends RouteName>(
  window: Page,
  route: R,
  input: InputOf<R>,
): Promise<Result<OutputOf<R>>> {
  const answer = await window.evaluate(([name, sent]) => globalThis.window.bridge.invoke(name, sent), [
    route,
    input,
  ] as const)
  // Main answers every route with a Result of the contract's output.
  return answer as Result<OutputOf<R>>
}

/** The same, for a call that has to succeed. */
export async function ask<R extends RouteName>(window: Page, route: R, input: InputOf<R>): Promise<OutputOf<R>> {
  const result = await invoke(window, route, input)
  if (!result.ok) throw new Error(`${route}: ${result.error.code}: ${result.error.message}`)
  return result.value
}
