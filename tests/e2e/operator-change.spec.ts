import { ExtensionsPage } from './pages/ExtensionsPage.ts'
import { UsersPage } from './pages/UsersPage.ts'
import { VoicemailPage } from './pages/VoicemailPage.ts'
import { signIn, untilFront } from './support/signIn.ts'
import { ask } from './support/invoke.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

// Would catch: the next operator at the desk who exports a selection that somebody else made.
test('the next operator finds nothing of what the one before looked for and chose', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  await users.search.fill('whitf')
  await users.count(1)
  await users.at(0).getByRole('checkbox').click()
  const voicemail = new VoicemailPage(window)
  await voicemail.open()
  await voicemail.search.fill('order')
  await voicemail.at(0).getByRole('checkbox').click()
  const extensions = new ExtensionsPage(window)
  await extensions.open()
  await extensions.search('1042')
  await ask(window, 'session.signOut', {})
  await untilFront(window, 'signIn')
  await signIn(window, 'caleb.ostrander')
  await expect(window.getByRole('heading', { level: 1, name: 'Offboarding' })).toBeVisible()
  await users.open()
  await expect(users.search).toHaveValue('')
  await expect(window.getByRole('region', { name: 'Selected users' })).toBeHidden()
  await voicemail.open()
  await expect(voicemail.search).toHaveValue('')
  await expect(window.getByRole('region', { name: 'Selected messages' })).toBeHidden()
  await extensions.open()
  await expect(window.getByRole('textbox', { name: 'Search extensions' })).toHaveValue('')
})

// The lock falls while somebody is at the coffee machine; what they were at is not to be looked for again.
test('after the lock the same operator finds lists as they were', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  await users.search.fill('whitf')
  await users.count(1)
  await users.at(0).getByRole('checkbox').click()
  await ask(window, 'session.lock', {})
  await untilFront(window, 'locked')
  await window.getByLabel('Password', { exact: true }).fill('maple-harbor-41')
  await window.keyboard.press('Enter')
  await untilFront(window, 'pages')
  await expect(users.search).toHaveValue('whitf')
  await users.count(1)
  await expect(window.getByRole('region', { name: 'Selected users' })).toContainText('1 selected')
})
