import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { wavOf } from '../support/audio.ts'
import { messageText, writeSpool } from '../support/spool.ts'
import { RunPage } from './pages/RunPage.ts'
import { WizardPage } from './pages/WizardPage.ts'
import { answerOpenDialog } from './support/desktop.ts'
import { ask } from './support/invoke.ts'
import { launch, untilReady } from './support/launch.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

const imported = 1200

function spoolOf(folder: string): string {
  const files: Record<string, string | Uint8Array> = {}
  for (let index = 0; index < imported; index += 1) {
    const stem = `default/1042/Old/msg${String(index).padStart(4, '0')}`
    files[`${stem}.wav`] = wavOf({ tag: 1, seconds: 0.2, fill: index })
    files[`${stem}.txt`] = messageText({ origtime: 1_600_000_000 + index, msgId: `1600000000-${index}`, duration: 0 })
  }
  return writeSpool(folder, files)
}

// A run with so many messages is committed by a built thread: only the app itself shows that it finds it.
test('a mailbox of more than a thousand messages is imported, offboarded and proven', async ({
  dataFolder,
  outputFolder,
}) => {
  test.setTimeout(120_000)
  const spool = spoolOf(`${outputFolder}/spool`)
  execFileSync(process.execPath, [
    'out/main/cli.js',
    'import',
    'voicemail',
    spool,
    '--from',
    'asterisk',
    '--data',
    dataFolder,
  ])
  rmSync(spool, { recursive: true })
  const { app, window } = await launch(dataFolder)
  try {
    await untilReady(window)
    const wizard = new WizardPage(window)
    await window.getByRole('main').getByRole('button', { name: 'Offboard someone' }).click()
    await wizard.choosePerson('1042', 'Dana Whitfield')
    await wizard.proceed('What to know')
    await wizard.proceed('Voicemail')
    await answerOpenDialog(app, outputFolder)
    await window.getByRole('button', { name: 'Choose another…' }).click()
    await expect(window.getByText(outputFolder)).toBeVisible()
    await wizard.proceed('Number')
    await wizard.proceed('Account')
    await wizard.proceed('Review')
    await window.getByRole('button', { name: 'Offboard Dana Whitfield' }).click()
    await new RunPage(window).isDone(imported + 12)
    const [run] = await ask(window, 'runs.list', {})
    execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: run!.archive! })
  } finally {
    await app.close()
  }
})
