import { ExtensionsPage } from '../e2e/pages/ExtensionsPage.ts'
import { ask } from '../e2e/support/invoke.ts'
import { startRun, untilRun } from '../e2e/support/runs.ts'
import { expect, test } from '../e2e/support/test.ts'

test.use({ company: 'demo' })

// Row 7: a number is reassigned to another extension, and the freed extension gets a new profile, each with its effects first.
test('a kept number is reassigned, and the free extension is given on', async ({ launched, window, outputFolder }) => {
  const runId = await startRun(launched, 'dana.whitfield', outputFolder)
  await untilRun(window, runId, (run) => run.status === 'done')
  const page = new ExtensionsPage(window)
  await page.open('Phone numbers')
  await page.search('+1 212 555 0142')
  await expect(page.row(/Kept, extension free/)).toBeVisible()
  await page.choose(page.row(/212 555 0142/), 'Reassign')
  await expect(page.dialog.getByText('Choose the extension that gets the number.')).toBeVisible()
  await page.pick(/^Extension that gets/, '1044', /^1044 /)
  const effects = page.dialog.getByRole('region', { name: 'What happens' })
  await expect(effects.getByText('Extension 1044')).toBeVisible()
  const { numbers: before } = await ask(window, 'numbers.list', { filter: { search: '+12125550142' }, limit: 1 })
  expect(before[0]).toMatchObject({ extension: { extensionNumber: '1042' } })
  await page.run('Reassign +1 212 555 0142 to extension 1044')
  await expect(page.dialog).toBeHidden()
  await expect(page.row(/212 555 0142 Assigned .* 1044/)).toBeVisible()

  await page.open()
  await page.search('whitfield')
  await page.choose(page.row(/^1042 /), 'Give a new profile')
  for (const [label, value] of Object.entries({
    'First name': 'Noor',
    'Last name': 'Hire',
    'User name': 'noor.hire',
    Email: 'noor.hire@example.com',
  }))
    await page.dialog.getByRole('textbox', { name: label }).fill(value)
  const hide = page.dialog.getByLabel('Hide old voicemails and calls from the new person')
  await expect(effects.getByText(/Calls of who had it before.*seen by administrators/).first()).toBeVisible()
  await hide.uncheck()
  await expect(effects.getByText(/seen by Noor Hire/).first()).toBeVisible()
  await hide.check()
  await page.run('Give the extension to Noor Hire')
  await expect(page.dialog).toBeHidden()
  await expect(page.row(/^1042 Noor Hire/)).toBeVisible()
})
