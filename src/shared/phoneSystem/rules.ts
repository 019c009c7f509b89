import type { UserStatus } from '../directory/model.ts'

/** What the phone system would allow, and why. */
export type Verdict = { allowed: boolean; reason: string }

export type DialFacts = {
  extensionNumber: string
  /** Null on a free extension. */
  user: { name: string; status: UserStatus; licensed: boolean } | null
  hasActiveDevice: boolean
}

/** Emergency numbers of the countries in the dial plans (NANP 911 and test 933, EU 112, UK 999). */
const emergencyNumbers: ReadonlySet<string> = new Set(['911', '933', '112', '999'])

/**
 * Without an active user an active device can dial an emergency number and nothing else (article, "Deactivating the
 * User's Account").
 */
export function mayDial(facts: DialFacts, dialed: string): Verdict {
  const number = dialed.replaceAll(/[\s().-]/g, '')
  if (!/^\+?\d{2,15}$/.test(number)) return { allowed: false, reason: `${dialed} is not a number that can be dialed.` }
  if (!facts.hasActiveDevice)
    return { allowed: false, reason: `Extension ${facts.extensionNumber} has no active device.` }
  if (emergencyNumbers.has(number))
    return { allowed: true, reason: 'An active device can always dial an emergency number.' }
  if (facts.user === null)
    return {
      allowed: false,
      reason: `Extension ${facts.extensionNumber} is free: only emergency numbers can be dialed.`,
    }
  if (facts.user.status !== 'ACTIVE')
    return { allowed: false, reason: `${facts.user.name} is deactivated: only emergency numbers can be dialed.` }
  if (!facts.user.licensed)
    return { allowed: false, reason: `${facts.user.name} has no license: only emergency numbers can be dialed.` }
  return { allowed: true, reason: `${facts.user.name} is active and licensed.` }
}

/** The former user no longer has login access (article, overview). */
export function canSignIn(user: { name: string; status: UserStatus; signInRevoked: boolean }): Verdict {
  if (user.status === 'DELETED') return { allowed: false, reason: `${user.name} was deleted.` }
  if (user.status === 'INACTIVE') return { allowed: false, reason: `${user.name} is deactivated.` }
  if (user.signInRevoked) return { allowed: false, reason: `Sign-in of ${user.name} is blocked.` }
  return { allowed: true, reason: `${user.name} is active.` }
}
