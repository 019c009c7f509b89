import type { Bridge } from '../../../shared/ipc/bridge.ts'
import type { EventName, Events, InputOf, OutputOf, RouteName } from '../../../shared/ipc/contract.ts'
import { AppError, type Result } from '../../../shared/ipc/errors.ts'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

/** Asks main. Throws AppError with a code and a sentence that can be shown. */
export async function call<R extends RouteName>(name: R, input: InputOf<R>): Promise<OutputOf<R>> {
  // The router of main answers every route with a Result of the contract's output.
  const result = (await window.bridge.invoke(name, input)) as Result<OutputOf<R>>
  if (!result.ok) throw new AppError(result.error.code, result.error.message, result.error.details)
  return result.value
}

/** Listens to one event of main; the answer stops listening. */
export function onEvent<N extends EventName>(name: N, listener: (payload: Events[N]) => void): () => void {
  return window.bridge.on((sent, payload) => {
    if (sent === name) listener(payload as Events[N])
  })
}
