import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { installedSounds, messageText, snapshot, writeSpool } from '../support/spool.ts'
import { answerOpenDialog } from './support/desktop.ts'
import { ask } from './support/invoke.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

const extension = '1017'
const imported = 6

// The whole way of a real mailbox: out of another phone system, through the window, into a bag that sha256sum accepts.
test('an Asterisk mailbox is imported and its owner offboarded through the window', async ({
  app,
  window,
  outputFolder,
}) => {
  test.setTimeout(120_000)
  const spool = writeSpool(join(outputFolder, 'spool'), mailbox())
  const before = snapshot(spool)

  await window.getByRole('link', { name: 'Import' }).click()
  await answerOpenDialog(app, spool)
  await window.getByRole('button', { name: 'Choose folder…' }).click()
  await window.getByRole('button', { name: `Import ${imported} messages` }).click()
  await expect(window.getByRole('heading', { name: `${imported} messages imported` })).toBeVisible()
  expect(snapshot(spool)).toEqual(before)

  await window.getByRole('link', { name: 'Show users' }).click()
  await window.getByRole('textbox', { name: 'Search users' }).fill('Marcus Reyes')
  await window.getByRole('button', { name: /Marcus Reyes/ }).click()
  await window.getByRole('menuitem', { name: 'Offboard…' }).click()

  await answerOpenDialog(app, outputFolder)
  await window.getByRole('button', { name: 'Continue' }).click()
  await window.getByRole('button', { name: 'Choose another…' }).click()
  for (let step = 0; step < 3; step += 1) await window.getByRole('button', { name: 'Continue' }).click()
  await window.getByRole('button', { name: 'Offboard Marcus Reyes' }).click()
  await expect(window.getByText('Deactivate the user')).toBeVisible()

  await expect.poll(async () => (await ask(window, 'runs.list', {}))[0]?.status, { timeout: 60_000 }).toBe('done')
  const [run] = await ask(window, 'runs.list', {})
  execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: run!.archive! })
  const saved = readdirSync(join(run!.archive!, 'data', 'voicemail')).filter((name) => name.includes('Asterisk caller'))
  expect(saved).toHaveLength(imported)
})

/** Six messages in two folders, each as .wav and .gsm where Debian's recordings are installed, else from our own voices. */
function mailbox(): Record<string, string | Uint8Array> {
  const recordings = installedSounds().slice(0, imported)
  const own = readdirSync('resources/demo/voices')
    .filter((name) => name.endsWith('.wav'))
    .slice(0, imported)
  const files: Record<string, string | Uint8Array> = {}
  for (let index = 0; index < imported; index += 1) {
    const stem = `default/${extension}/${index < 4 ? 'INBOX' : 'Old'}/msg${String(index % 4).padStart(4, '0')}`
    const facts = {
      origtime: 1_790_000_000 + index * 3600,
      msgId: `17900000${index}-0000000${index}`,
      callerid: `"Asterisk caller ${index}" <+1212555013${index}>`,
    }
    files[`${stem}.txt`] = messageText(facts)
    const recording = recordings[index]
    files[`${stem}.wav`] = readFileSync(recording?.wav ?? join('resources/demo/voices', own[index]!))
    if (recording !== undefined) files[`${stem}.gsm`] = readFileSync(recording.gsm)
  }
  return files
}
