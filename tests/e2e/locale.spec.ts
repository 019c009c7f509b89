import { UserPage } from './pages/UserPage.ts'
import { launch, untilReady, type Launched } from './support/launch.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

// A date such as 11/12/2026 is another day to a German than to an American.
const systems = {
  German: {
    LANG: 'de_DE.UTF-8',
    day: /^\d\d\.\d\d\.\d{4}$/,
    time: /^\d\d\.\d\d\.\d{4}, \d\d:\d\d$/,
    calls: /^\d\.\d{3}$/,
  },
  American: {
    LANG: 'en_US.UTF-8',
    day: /^\d\d\/\d\d\/\d{4}$/,
    time: /^\d\d\/\d\d\/\d{4}, \d\d:\d\d\s[AP]M$/,
    calls: /^\d,\d{3}$/,
  },
}

for (const [system, { LANG, day, time, calls }] of Object.entries(systems)) {
  test(`a ${system} system writes days, times and numbers in its way`, async ({ dataFolder }) => {
    const { app, window } = await launch(dataFolder, [], { LANG, LC_ALL: LANG, LANGUAGE: '' })
    await untilReady(window)
    await go(window, '/analytics')
    await expect(window.getByRole('definition').first()).toHaveText(calls)
    await window.getByRole('tab', { name: 'Calls' }).click()
    await expect(window.getByRole('gridcell').first()).toHaveText(time)
    const user = new UserPage(window)
    await user.open('dana.whitfield')
    await expect(user.fact('Leaves on')).toHaveText(day)
    await app.close()
  })
}

test('the switch --lang goes before the system', async ({ dataFolder }) => {
  const { app, window } = await launch(dataFolder, ['--lang=de'], { LANG: 'en_US.UTF-8', LC_ALL: '', LANGUAGE: '' })
  await untilReady(window)
  await go(window, '/analytics')
  await expect(window.getByRole('definition').first()).toHaveText(systems.German.calls)
  await app.close()
})

async function go(window: Launched['window'], hash: string): Promise<void> {
  await window.evaluate((place) => (location.hash = place), `#${hash}`)
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
}
