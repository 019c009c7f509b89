import type { Page } from '@playwright/test'
import { AnalyticsPage } from './pages/AnalyticsPage.ts'
import { AuditPage } from './pages/AuditPage.ts'
import { ExtensionsPage } from './pages/ExtensionsPage.ts'
import { UsersPage } from './pages/UsersPage.ts'
import { VoicemailPage } from './pages/VoicemailPage.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

/** Every list that is saved to a file, and how it is opened. */
const lists: Readonly<Record<string, (window: Page) => Promise<void>>> = {
  users: (window) => new UsersPage(window).open(),
  voicemail: (window) => new VoicemailPage(window).open(),
  extensions: (window) => new ExtensionsPage(window).open(),
  'phone numbers': (window) => new ExtensionsPage(window).open('Phone numbers'),
  calls: (window) => new AnalyticsPage(window).open('Calls'),
  'billing records': (window) => new AnalyticsPage(window).open('Billing'),
  'audit entries': (window) => new AuditPage(window).link.click(),
  chat: async (window) => {
    const audit = new AuditPage(window)
    await audit.link.click()
    await audit.tab('Chat').click()
    await audit.giveReason('Complaint 4711')
  },
}

// Would catch: a list whose export goes by another name than that of all others.
test('every list is exported by a button of the same name', async ({ window }) => {
  for (const [list, open] of Object.entries(lists)) {
    await open(window)
    await expect(window.getByRole('button', { name: /^Export/ }), list).toHaveText('Export list…')
  }
  for (const list of [new UsersPage(window), new VoicemailPage(window)]) {
    await list.open()
    await list.at(0).getByRole('checkbox').click()
    const bar = window.getByRole('region', { name: /^Selected/ })
    await expect(bar.getByRole('button', { name: /^Export/ })).toHaveText('Export list of selected…')
  }
})
