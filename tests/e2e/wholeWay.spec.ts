import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { ArchivedMessage } from '../../src/shared/archives/model.ts'
import { messageText, snapshot, writeSpool } from '../support/spool.ts'
import { ArchivesPage } from './pages/ArchivesPage.ts'
import { ImportPage } from './pages/ImportPage.ts'
import { PlayerPage } from './pages/PlayerPage.ts'
import { RunPage } from './pages/RunPage.ts'
import { StartPage } from './pages/StartPage.ts'
import { answerOpenDialog } from './support/desktop.ts'
import { launch, untilReady } from './support/launch.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

const extension = '1017'
const callers = ['Imogen Quill', 'Tobias Rennet', 'Perpetua Vance', 'Ulric Amberley']

// The promise of the product in one go: out of another phone system, heard, archived with proof, and years later found and
// heard on a computer that has nothing but the archive.
test('a GSM mailbox goes in, is heard, archived, checked by sha256sum, and found and heard elsewhere', async ({
  app,
  window,
  outputFolder,
}) => {
  test.setTimeout(180_000)
  const spool = writeSpool(join(outputFolder, 'spool'), mailbox())
  const shelf = join(outputFolder, 'shelf')
  mkdirSync(shelf)
  const before = snapshot(spool)
  await importThrough(app, window, spool)
  expect(snapshot(spool)).toEqual(before)
  const box = new PlayerPage(window)
  await box.open(extension)
  for (const caller of callers.slice(0, 2)) {
    await box.choose(caller)
    await hear(box)
  }
  await offboardMarcus(app, window, shelf)

  const [bag] = readdirSync(shelf)
  const archive = join(shelf, bag!)
  execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: archive })
  expect(savedOriginals(archive)).toEqual(originalsOf(spool))
  await app.close()
  await findElsewhere(shelf)
})

async function importThrough(app: ElectronApplication, window: Page, spool: string): Promise<void> {
  const page = new ImportPage(window)
  await page.open()
  await answerOpenDialog(app, spool)
  await page.voicemail.getByRole('button', { name: 'Choose folder…' }).click()
  await page.voicemail.getByRole('button', { name: `Import ${callers.length} messages` }).click()
  await expect(window.getByRole('heading', { name: `${callers.length} messages imported` })).toBeVisible()
  await page.voicemail.getByRole('link', { name: 'Show voicemail' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Voicemail' })).toBeVisible()
}

/** It plays, and what plays is not silence without an end or an error. */
async function hear(box: PlayerPage): Promise<void> {
  await box.play().click()
  await expect.poll(async () => (await box.audio()).time).toBeGreaterThan(0.3)
  const { duration, error } = await box.audio()
  expect({ error, seconds: Math.round(duration) }).toEqual({ error: null, seconds: 3 })
}

async function offboardMarcus(app: ElectronApplication, window: Page, shelf: string): Promise<void> {
  await window.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Users' }).click()
  await window.getByRole('textbox', { name: 'Search users' }).fill('Marcus Reyes')
  await window.getByRole('button', { name: /Marcus Reyes/ }).click()
  await window.getByRole('menuitem', { name: 'Offboard…' }).click()
  await answerOpenDialog(app, shelf)
  await window.getByRole('button', { name: 'Continue' }).click()
  await window.getByRole('button', { name: 'Choose another…' }).click()
  for (let step = 0; step < 3; step += 1) await window.getByRole('button', { name: 'Continue' }).click()
  await window.getByRole('button', { name: 'Offboard Marcus Reyes' }).click()
  await new RunPage(window).isDone(5 + callers.length)
}

/** A new installation, which knows nothing but the folder that it is told to watch. */
async function findElsewhere(shelf: string): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'offhook-e2e-elsewhere-'))
  const { app, window } = await launch(dataFolder)
  try {
    await untilReady(window)
    await setUpOwn(window)
    const archives = new ArchivesPage(window)
    await archives.open()
    await answerOpenDialog(app, shelf)
    await window.getByRole('button', { name: 'Watched folders…' }).click()
    await window.getByRole('button', { name: 'Watch a folder…' }).click()
    await expect(window.getByRole('dialog')).toContainText('1 archive, 1 new')
    await window.keyboard.press('Escape')
    await expect(archives.row('Marcus Reyes')).toBeVisible()
    await archives.tab(/^Messages/).click()
    const player = new PlayerPage(window)
    // The second search while the first message plays: one player at a time.
    for (const caller of callers.slice(0, 2)) {
      await window.getByRole('textbox', { name: 'Search archives and messages' }).fill(caller)
      await expect(window.getByRole('listbox').getByRole('option')).toHaveCount(1)
      await expect(player.player).toHaveAccessibleName(new RegExp(caller))
      await hear(player)
    }
  } finally {
    await app.close()
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function setUpOwn(window: Page): Promise<void> {
  const start = new StartPage(window)
  await start.own.click()
  await start.company.fill('Tinworth Ltd')
  await start.site.fill('Leeds')
  await start.fillAdministrator()
  await window.getByRole('button', { name: 'Set up' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible()
}

/** A message a caller, as raw GSM and as WAV49 in turn, in two folders. */
function mailbox(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {}
  for (const [index, caller] of callers.entries()) {
    const stem = `voicemail/default/${extension}/${index < 2 ? 'INBOX' : 'Old'}/msg${String(index % 2).padStart(4, '0')}`
    files[`${stem}.txt`] = messageText({
      origtime: 1_790_000_000 + index * 3600,
      msgId: `17900000${index}-0000000${index}`,
      callerid: `"${caller}" <+1212555013${index}>`,
    })
    files[`${stem}.${index % 2 === 0 ? 'gsm' : 'WAV'}`] = spoken(index)
  }
  return files
}

/** The recorded voice, each time at another volume, as sox codes it; without sox as it was coded before. */
function spoken(index: number): Uint8Array {
  const coding = index % 2 === 0 ? ['-t', 'gsm'] : ['-t', 'wav', '-e', 'gsm-full-rate']
  try {
    const volume = String(1 - index / 10)
    return execFileSync('sox', ['-v', volume, 'tests/recordings/pcm.wav', '-r', '8000', '-c', '1', ...coding, '-'])
  } catch {
    return readFileSync(join('tests/recordings', index % 2 === 0 ? 'voice.gsm' : 'wav49.WAV'))
  }
}

function originalsOf(spool: string): string[] {
  return readdirSync(spool, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(gsm|WAV)$/.test(name))
    .map((name) => hashOf(join(spool, name)))
    .toSorted()
}

/** The messages of our callers in the bag; the copies that browsers play are not among them. */
function savedOriginals(bag: string): string[] {
  const messages = JSON.parse(
    readFileSync(join(bag, 'data', 'voicemail', 'voicemails.json'), 'utf8'),
  ) as ArchivedMessage[]
  return messages
    .filter(({ callerName }) => callers.includes(callerName))
    .map(({ file }) => hashOf(join(bag, file)))
    .toSorted()
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
