// `npm run screenshots [-- FOLDER [dark]]`: takes the pictures of the docs from the real window, with a new demo company.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'

import { build } from './build.mjs'
import { main, setUp } from './setup.mjs'
import { hasDisplay } from './setup/debian.mjs'
import { say, SetupError } from './setup/messages.mjs'
import { root } from './setup/places.mjs'

const [folder = join(root, 'docs', 'images'), theme = 'light', width = '1280', height = '800'] = process.argv.slice(2)
const size = { width: Number(width), height: Number(height) }

await main(async () => {
  await setUp({ window: true })
  if (!hasDisplay())
    throw new SetupError('pictures need a display. Run: xvfb-run -a -s "-screen 0 2000x1200x24" npm run screenshots')
  await build()
  mkdirSync(resolve(folder), { recursive: true })
  const own = mkdtempSync(join(tmpdir(), 'offhook-pictures-'))
  try {
    await takeAll(own)
  } finally {
    rmSync(own, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  return 0
})

async function takeAll(own) {
  const data = join(own, 'data')
  await withWindow(data, async ({ page, take }) => {
    await take('first-start')
    await page.getByRole('button', { name: 'Explore the demo company' }).click()
    await page.locator('#root[data-front="signIn"]').waitFor({ state: 'attached', timeout: 60_000 })
    await take('sign-in')
  })
  await withWindow(data, async ({ app, page, take }) => {
    await page.getByRole('button', { name: /^Primary administrator/ }).click()
    await page.locator('#root[data-front="pages"]').waitFor({ state: 'attached' })
    await take('home')
    await visit(page, '#/users')
    await take('users')
    const user = await userId(page, 'dana.whitfield')
    await visit(page, `#/users/${user}`)
    await take('user')
    await visit(page, '#/extensions')
    await take('extensions')
    await voicemail(page, take)
    await wizard(app, page, take, join(own, 'archives'))
    await archive(page, take)
    await visit(page, '#/analytics')
    await take('analytics')
    await importPreview(app, page, take, own)
    await visit(page, '#/audit')
    await take('audit')
    await visit(page, '#/settings')
    await take('settings')
  })
}

async function voicemail(page, take) {
  await visit(page, '#/voicemail')
  await page.getByRole('grid', { name: 'Voicemail messages' }).locator('[data-index="1"]').click()
  await page.getByRole('region', { name: 'Opened message' }).waitFor()
  await take('voicemail')
}

async function wizard(app, page, take, archives) {
  mkdirSync(archives)
  await visit(page, '#/offboarding')
  await page
    .getByRole('button', { name: /Offboard…|Offboard Dana/ })
    .first()
    .click()
  const steps = ['wizard-know', 'wizard-voicemail', 'wizard-number', 'wizard-account', 'wizard-review']
  for (const step of steps) {
    await settled(page)
    if (step === 'wizard-voicemail') {
      await answerFolder(app, archives)
      await page.getByRole('button', { name: 'Choose another…' }).click()
    }
    await take(step)
    if (step !== 'wizard-review') await page.getByRole('button', { name: 'Continue' }).click()
  }
  await page.getByRole('button', { name: 'Offboard Dana Whitfield' }).click()
  await page
    .getByRole('button', { name: /Save.*report|Closing report|PDF/ })
    .first()
    .waitFor({ timeout: 60_000 })
  await take('run')
}

async function archive(page, take) {
  await visit(page, '#/archives')
  await take('archives')
  await page
    .getByRole('row', { name: /Dana Whitfield/ })
    .first()
    .click()
  await settled(page)
  await take('archive')
}

async function importPreview(app, page, take, own) {
  const csv = join(own, 'people.csv')
  cpSync(join(root, 'tests', 'support', 'people.csv'), csv)
  await visit(page, '#/import')
  await answerFolder(app, csv)
  await page.getByRole('button', { name: 'Choose CSV file…' }).click()
  await settled(page)
  await take('import')
  await voicemailPreview(app, page, take, own)
}

/** A small spool of Asterisk in the voices of the demo company: a known mailbox, a new one, and a torn message. */
async function voicemailPreview(app, page, take, own) {
  const spool = join(own, 'asterisk')
  const voices = join(root, 'resources', 'demo', 'voices')
  for (const [index, box] of ['1042/INBOX', '1042/INBOX', '1042/Old', '4711/INBOX'].entries()) {
    const stem = join(spool, 'voicemail/default', box, `msg000${index}`)
    mkdirSync(dirname(stem), { recursive: true })
    cpSync(join(voices, `message-0${index + 1}.wav`), `${stem}.wav`)
    writeFileSync(
      `${stem}.txt`,
      `[message]\ncallerid="Alex Moreno" <+12125550134>\norigtime=${1_788_876_845 + index}\nmsg_id=${1_788_876_845 + index}-0000000a\n`,
    )
  }
  writeFileSync(join(spool, 'voicemail/default/4711/INBOX/msg0009.wav'), 'torn')
  writeFileSync(
    join(spool, 'voicemail/voicemail.conf'),
    '[default]\n1042 => 0,Dana Whitfield,dana@example.com\n4711 => 0,Front desk,desk@example.com\n',
  )
  await visit(page, '#/users')
  await visit(page, '#/import')
  await answerFolder(app, join(spool, 'voicemail'))
  await page.getByRole('button', { name: 'Choose folder…' }).click()
  await page.getByRole('table', { name: 'Mailboxes' }).waitFor()
  await page.getByRole('region', { name: 'Voicemail of another system' }).scrollIntoViewIfNeeded()
  await settled(page)
  await take('import-voicemail')
}

async function withWindow(data, use) {
  const { _electron } = await import('@playwright/test')
  const executablePath = createRequire(import.meta.url)('electron')
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({ executablePath, args: [...sandbox, root, '--data', data], colorScheme: theme })
  const page = await app.firstWindow()
  await page.locator('#root[data-ready="true"]').waitFor({ state: 'attached' })
  await page.evaluate((chosen) => window.bridge.invoke('preferences.setTheme', { theme: chosen }), theme)
  await app.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0].setContentSize(wanted.width, wanted.height),
    size,
  )
  const take = async (name) => {
    await page.evaluate(() => document.querySelectorAll('*').forEach((element) => (element.scrollTop = 0)))
    await settled(page)
    await page.screenshot({ path: join(resolve(folder), `${name}.png`), animations: 'disabled' })
    say(`${name}.png`)
  }
  await use({ app, page, take })
  await app.close()
}

/** What is loading has been drawn, and nothing moves any more. */
async function settled(page) {
  await page.waitForTimeout(700)
}

async function visit(page, address) {
  await page.evaluate((hash) => (location.hash = hash), address)
  await settled(page)
}

async function userId(page, userName) {
  const answer = await page.evaluate(
    (search) => window.bridge.invoke('users.list', { filter: { search }, limit: 1 }),
    userName,
  )
  return answer.value.users[0].id
}

async function answerFolder(app, path) {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)
}
