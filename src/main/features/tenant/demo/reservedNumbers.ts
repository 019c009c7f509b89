import type { SiteKey } from './sites.ts'

/** Numbers that no subscriber ever gets: NANPA's 555-01xx of an area code, drama numbers of Ofcom and the Bundesnetzagentur. */
const blocks: Readonly<Record<SiteKey, readonly string[]>> = {
  newYork: ['212', '929', '680', '838', '934', '516', '631', '845', '518', '585'].map((area) => `+1${area}55501xx`),
  london: ['+4420794609xx', '+441134960xxx', '+441214960xxx', '+441614960xxx', '+441414960xxx'],
  berlin: ['+4930231250xx', '+496990009xxx', '+494066969xxx'],
}

/** Area codes of people outside, so that they never carry a number of the company. */
const outsideAreas = ['201', '215', '305', '312', '404', '415', '503', '512', '602', '617', '702', '860']

/** The n-th reserved number at a site; null when the reserve is used up, because no real number may take its place. */
export function reservedNumber(site: SiteKey, index: number): string | null {
  let rest = index
  for (const block of blocks[site]) {
    const free = block.length - block.indexOf('x')
    if (rest < 10 ** free) return block.replace(/x+$/, String(rest).padStart(free, '0'))
    rest -= 10 ** free
  }
  return null
}

/** A number of somebody outside the company; index 0 to 1,199. */
export function outsideNumber(index: number): string {
  const area = outsideAreas[Math.floor(index / 100) % outsideAreas.length] ?? ''
  return `+1${area}55501${String(index % 100).padStart(2, '0')}`
}
