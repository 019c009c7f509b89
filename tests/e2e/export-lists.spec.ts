import type { Page } from '@playwright/test'
import { expectAccessible } from './pages/accessible.ts'
import { AnalyticsPage } from './pages/AnalyticsPage.ts'
import { AuditPage } from './pages/AuditPage.ts'
import { ExtensionsPage } from './pages/ExtensionsPage.ts'
import { UsersPage } from './pages/UsersPage.ts'
import { VoicemailPage } from './pages/VoicemailPage.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

type List = {
  open: (window: Page) => Promise<void>
  /** Looks for what the list does not have. */
  empty: (window: Page) => Promise<void>
}

/** Every list that is saved to a file. */
const lists: Readonly<Record<string, List>> = {
  users: {
    open: (window) => new UsersPage(window).open(),
    empty: (window) => new UsersPage(window).search.fill('xyzzy'),
  },
  voicemail: {
    open: (window) => new VoicemailPage(window).open(),
    empty: (window) => new VoicemailPage(window).search.fill('xyzzy'),
  },
  extensions: {
    open: (window) => new ExtensionsPage(window).open(),
    empty: (window) => new ExtensionsPage(window).search('xyzzy'),
  },
  'phone numbers': {
    open: (window) => new ExtensionsPage(window).open('Phone numbers'),
    empty: (window) => new ExtensionsPage(window).search('xyzzy'),
  },
  calls: { open: (window) => openAnalytics(window, 'Calls'), empty: lookLongAgo },
  'billing records': { open: (window) => openAnalytics(window, 'Billing'), empty: lookLongAgo },
  'audit entries': {
    open: (window) => new AuditPage(window).link.click(),
    empty: (window) => window.getByRole('textbox', { name: 'Words' }).fill('xyzzy'),
  },
  chat: { open: openChat, empty: (window) => new AuditPage(window).search('xyzzy') },
}

/** Both lists have one period. */
async function openAnalytics(window: Page, list: 'Calls' | 'Billing'): Promise<void> {
  const analytics = new AnalyticsPage(window)
  await analytics.open(list)
  await analytics.choose('Period', 'All time')
}

async function lookLongAgo(window: Page): Promise<void> {
  await new AnalyticsPage(window).choose('Period', 'From … to …')
  await window.getByLabel('From', { exact: true }).fill('1990-01-01')
  await window.getByLabel('To', { exact: true }).fill('1990-01-02')
}

async function openChat(window: Page): Promise<void> {
  const audit = new AuditPage(window)
  await audit.link.click()
  await audit.tab('Chat').click()
  await audit.giveReason('Complaint 4711')
}

// Would catch: a list whose export goes by another name than that of all others.
test('every list is exported by a button of the same name', async ({ window }) => {
  for (const [list, { open }] of Object.entries(lists)) {
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

// Would catch: a file of a header alone, which somebody takes for the list.
test('a list that shows nothing is not exported, and its button says why', async ({ window }) => {
  for (const [list, { open, empty }] of Object.entries(lists)) {
    await open(window)
    const button = window.getByRole('button', { name: 'Export list…' })
    if (list !== 'chat') await expect(button, list).toBeEnabled()
    await empty(window)
    await expect(button, list).toHaveAccessibleDescription('There is nothing to export: the list is empty.')
    await expect(button, list).toBeDisabled()
    await expectAccessible(window)
  }
  await new AuditPage(window).search('lunch')
  await expect(window.getByRole('button', { name: 'Export list…' })).toBeEnabled()
})
