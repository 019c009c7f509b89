import type { Page } from '@playwright/test'
import { ask } from './invoke.ts'

/** Which part of the window stands there; see ReadyMark. */
export type Front = 'start' | 'claim' | 'signIn' | 'locked' | 'pages'

/** Waits until one part of the window has painted its first answers; any part without a name. */
export async function untilFront(window: Page, front?: Front): Promise<void> {
  const mark = front === undefined ? '#root[data-front]' : `#root[data-front="${front}"]`
  await window
    .locator(`#root[data-ready="true"]${mark.slice('#root'.length)}`)
    .waitFor({ state: 'attached', timeout: 30_000 })
}

/** Signs in without the form: as the primary administrator of the demo company, unless another operator is named. */
export async function signIn(window: Page, userName = 'margaret.osei'): Promise<void> {
  const { shown } = await ask(window, 'session.status', {})
  const operator = shown.find((one) => one.userName === userName)
  if (operator === undefined) throw new Error(`No operator ${userName} on the sign-in page`)
  await ask(window, 'session.signIn', { userName, password: operator.password })
  await untilFront(window, 'pages')
}
