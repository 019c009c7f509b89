import type { SiteRow } from './contract.ts'

/** Why a site cannot be removed, as a sentence with the way out, or null. */
export function whyNotRemoveSite(site: SiteRow, sites: number): string | null {
  if (sites === 1) return 'A company has at least one site.'
  const there = [
    quantity(site.users, 'user'),
    quantity(site.deletedUsers, 'deleted user'),
    quantity(site.extensions, 'extension'),
    quantity(site.ringGroups, 'ring group'),
    quantity(site.callQueues, 'call queue'),
  ].filter((text) => text !== null)
  return there.length === 0 ? null : `The site still has ${there.join(', ')}.`
}

function quantity(count: number, noun: string): string | null {
  return count === 0 ? null : `${count} ${noun}${count === 1 ? '' : 's'}`
}
