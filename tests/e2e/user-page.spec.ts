import type { OutputOf } from '../../src/shared/ipc/contract.ts'
import { UserPage } from './pages/UserPage.ts'
import { ask } from './support/invoke.ts'
import { startRun, untilRun } from './support/runs.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

type Inventory = OutputOf<'users.show'>

/** What each tab must count, told from what main knows of the person. */
const counted: readonly [tab: string, count: (inventory: Inventory) => number, list: string | null][] = [
  ['Extension & devices', ({ devices, licences }) => 1 + devices.length + licences.length, null],
  ['Numbers & forwarding', (one) => one.phoneNumbers.length + one.forwardingRules.length, null],
  ['Groups & queues', (one) => one.ringGroups.length + one.callQueues.length, null],
  ['Calls', ({ counts }) => counts.callRecord, 'Calls'],
  ['Bills', ({ counts }) => counts.billingRecord, 'Bills'],
  ['Contacts', ({ counts }) => counts.contact, 'Contacts'],
  ['Meetings', ({ counts }) => counts.meeting, 'Meetings'],
  ['Preferences & greetings', (one) => one.counts.preference + one.greetings.length, null],
  ['Faxes & texts', ({ counts }) => counts.fax + counts.textMessage, 'Faxes and text messages'],
  ['Chat', ({ counts }) => counts.chatMessage, null],
]

// A count that is not that of its list, or a list that stops after its first page.
test('every tab lists as many things as it says, to the last one', async ({ window }) => {
  const user = new UserPage(window)
  const userId = await user.open('dana.whitfield')
  const inventory = await ask(window, 'users.show', { userId })
  for (const [tab, count, list] of counted) {
    expect(await user.count(tab), tab).toBe(count(inventory))
    if (list === null || count(inventory) === 0) continue
    await user.choose(tab)
    await expect(user.list(list)).toHaveAttribute('aria-rowcount', String(count(inventory) + 1))
    await user.list(list).getByRole('row').nth(1).focus()
    await window.keyboard.press('End')
    const last = user.list(list).locator(`[aria-rowindex="${count(inventory) + 1}"]`)
    await expect(last).toBeFocused()
    await expect(last).not.toContainText('Loading')
  }
  await window.getByRole('link', { name: 'Extension 1042' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Extension 1042' })).toBeVisible()
  await window.getByRole('link', { name: 'Dana Whitfield' }).click()
  await user.choose('Voicemail')
  await expect(window.getByRole('listbox', { name: `Voicemail messages (${inventory.voicemail.count})` })).toBeVisible()
  await user.choose('Sign-in & sessions')
  await expect(user.list('Sessions').getByRole('row')).toHaveCount((await user.count('Sign-in & sessions')) + 1)
})

test('whoever has left shows since when, until when, and that only emergency numbers can be dialed', async ({
  app,
  window,
  outputFolder,
}) => {
  const user = new UserPage(window)
  const userId = await user.open('dana.whitfield')
  await expect(user.panel).toContainText('The user can sign in')
  await expect(user.fact('Faxes and text messages')).toHaveText('Deleted 12 months after the user leaves.')
  const runId = await startRun({ app, window }, '1042', outputFolder)
  const { plan } = await untilRun(window, runId, ({ status }) => status === 'done')

  // The day is that of the plan: the page, the plan and the sweep must not differ.
  const planned = plan.effects.find(({ what }) => what === 'fax')!.until!
  const { removedOn } = await ask(window, 'retention.ofPerson', { userId })
  expect(removedOn).toBe(planned)
  const shown = await window.evaluate(
    (day) =>
      new Date(`${day}T00:00:00Z`).toLocaleDateString(globalThis.window.bridge.locale, {
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        timeZone: 'UTC',
      }),
    planned,
  )
  await expect(user.fact('Faxes and text messages')).toHaveText(`Deleted on ${shown}, 12 months after the user left.`)
  await expect(user.panel).toContainText('The user cannot sign in')
  await user.dialed.fill('1043')
  await expect(user.panel).toContainText('Cannot be dialed')
  await user.dialed.fill('911')
  await expect(user.panel).toContainText('Can be dialed')
  expect(await user.count('History')).toBe(1)
  await user.choose('Voicemail')
  await expect(user.panel).toContainText('Extension 1042 was freed')
  await user.choose('History')
  await window.getByRole('tabpanel').getByRole('link').first().click()
  await expect(window.getByRole('heading', { level: 1, name: 'Offboard Dana Whitfield' })).toBeVisible()
})

test('a deleted person keeps calls and bills, and has no contacts and meetings any more', async ({ window }) => {
  const user = new UserPage(window)
  await user.open('walter.nilsson', 'DELETED')
  expect(await user.count('Calls')).toBeGreaterThan(0)
  await user.choose('Calls')
  await expect(user.list('Calls').getByRole('row').nth(1)).toBeVisible()
  for (const tab of ['Contacts', 'Meetings']) {
    expect(await user.count(tab)).toBe(0)
    await user.choose(tab)
    await expect(user.panel).toContainText('deleted with the account')
  }
  await expect(window.getByRole('button', { name: 'Offboard…' })).toHaveAccessibleDescription('The user is deleted')
})

test('the tabs are one stop of the Tab key, and the arrows go through them', async ({ window }) => {
  const user = new UserPage(window)
  await user.open('dana.whitfield')
  await user.tab('Overview').focus()
  await window.keyboard.press('ArrowDown')
  await expect(user.tab('Extension & devices')).toBeFocused()
  await window.keyboard.press('End')
  await expect(user.tab('History')).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(user.panel).toHaveAccessibleName(/^History/)
})

// Would catch: "Leaves on" beside "Left", as if somebody who has left were still to go.
test('who has left does not leave on a day any more', async ({ app, window, outputFolder }) => {
  const user = new UserPage(window)
  await user.open('dana.whitfield')
  await expect(user.fact('Leaves on')).toHaveCount(1)
  const runId = await startRun({ app, window }, '1042', outputFolder)
  await untilRun(window, runId, ({ status }) => status === 'done')
  await expect(user.panel.getByText('Left', { exact: true })).toBeVisible()
  await expect(user.fact('Leaves on')).toHaveCount(0)
})
