import type { ElectronApplication, Page } from '@playwright/test'
import { presetChoices } from '../../../src/shared/offboarding/presets.ts'
import { answerOpenDialog } from './desktop.ts'
import { ask } from './invoke.ts'
import { expect } from './test.ts'

/** Offboards Dana Whitfield into the folder and answers the bag. */
export async function offboardDana(app: ElectronApplication, window: Page, folder: string): Promise<string> {
  const { users } = await ask(window, 'users.list', { filter: { search: '1042' }, limit: 1 })
  const userId = users[0]!.id
  const request = { kind: 'person' as const, userId, choices: presetChoices('offboard') }
  await answerOpenDialog(app, folder)
  const granted = await ask(window, 'folders.chooseArchive', {})
  const { hash } = await ask(window, 'offboarding.plan', request)
  const { approval } = await ask(window, 'runs.approve', { request, planHash: hash })
  const { runId } = await ask(window, 'runs.start', {
    request,
    planHash: hash,
    approval,
    archiveFolder: granted!.grantId,
    confirm: '1042',
    draftId: null,
  })
  await expect.poll(async () => (await ask(window, 'runs.show', { runId })).status, { timeout: 60_000 }).toBe('done')
  return (await ask(window, 'runs.show', { runId })).archive!
}
