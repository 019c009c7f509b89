import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => vi.unstubAllGlobals())

async function formatsOf(locale: string) {
  vi.stubGlobal('window', { bridge: { locale } })
  vi.resetModules()
  const [dates, numbers, bytes, money] = await Promise.all([
    import('./dates.ts'),
    import('./numbers.ts'),
    import('./bytes.ts'),
    import('./money.ts'),
  ])
  return [
    dates.formatDay('2026-11-25'),
    dates.formatDateTime('2026-11-25T14:05:00.000Z', 'UTC'),
    dates.formatWeekday('2026-11-25'),
    numbers.formatCount(1234),
    bytes.formatBytes(1_200_000),
    bytes.formatBytes(0),
    money.formatMoney(120_450, 'EUR'),
  ].map((text) => text.replaceAll(/\s/g, ' '))
}

// Of 11/12/2026 a German and an American name two days; a German month in an English sentence is no better.
it.each([
  ['en-US', ['11/25/2026', '11/25/2026, 02:05 PM', 'Wed, Nov 25, 2026', '1,234', '1.2 MB', '0 bytes', '€1,204.50']],
  ['de-DE', ['25.11.2026', '25.11.2026, 14:05', 'Wed, 25 Nov 2026', '1.234', '1,2 MB', '0 bytes', '1.204,50 €']],
  ['en-GB', ['25/11/2026', '25/11/2026, 14:05', 'Wed, 25 Nov 2026', '1,234', '1.2 MB', '0 bytes', '€1,204.50']],
])('the region of %s writes in its order, with English words', async (locale, texts) => {
  expect(await formatsOf(locale)).toEqual(texts)
})
