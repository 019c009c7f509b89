import type { Warning } from './findings.ts'
import type { PersonInput } from './step.ts'

type Subject = Pick<PersonInput, 'inventory' | 'choices'>

/** What becomes of those who call the numbers that stay on the extension. */
export function callersWarnings({ inventory, choices }: Subject): Warning[] {
  const kept = inventory.phoneNumbers.filter(
    ({ phoneNumber }) => (choices.numbers[phoneNumber]?.kind ?? 'keep') === 'keep',
  )
  const remedy = remedyOf({ inventory, choices })
  if (kept.length === 0 || remedy === null || !isUnattended({ inventory, choices })) return []
  return [
    {
      code: 'CALLERS_NOT_FORWARDED',
      message: `Callers of ${kept.map((one) => one.phoneNumber).join(', ')} reach an unattended extension.`,
      remedy,
    },
  ]
}

/** Calls of others that come here; where this plan sends the calls on, they go along, unless that is where they come from. */
export function forwardedHereWarnings({ inventory, choices: { forwardCalls, assignProfile } }: Subject): Warning[] {
  const { forwardedHere, extension } = inventory
  const circle = forwardCalls !== null && forwardedHere.includes(forwardCalls)
  if (forwardedHere.length === 0 || (forwardCalls !== null && !circle)) return []
  const remedy = circle
    ? `Change the rules of ${forwardCalls}, or forward the calls to somebody else: they would go in a circle.`
    : assignProfile === null
      ? 'Change those forwarding rules, or the calls end on an unattended extension.'
      : 'Change those forwarding rules, or the calls reach whoever has the extension next.'
  return [
    {
      code: 'OTHERS_FORWARD_HERE',
      message: `Calls of ${forwardedHere.join(', ')} are forwarded to extension ${extension?.extensionNumber ?? ''}.`,
      remedy,
    },
  ]
}

/** What can be done about it in time, which depends on what takes the person off the extension; null when nothing does. */
function remedyOf({ inventory: { user, extension }, choices }: Subject): string | null {
  const freed = extension !== null && (choices.reset || choices.delete)
  if (freed && user.status === 'INACTIVE')
    return 'Reassign the number once the extension is free, or activate the user first and forward the calls.'
  if (freed)
    return 'Forward the calls or reassign the number: the calls of a free extension cannot be forwarded any more.'
  if (choices.status !== 'deactivate' || user.status !== 'ACTIVE') return null
  return 'Forward the calls or reassign the number: after deactivation neither can be set.'
}

/** Whether nobody takes the calls of the extension: neither somebody new, nor whom they are forwarded to. */
function isUnattended({ inventory, choices }: Subject): boolean {
  if (choices.forwardCalls !== null || choices.assignProfile !== null) return false
  // A reset takes the person's own rules, and so does a deletion.
  return !inventory.forwardingRules.some(
    ({ enabled, condition, destinationType, setBy }) =>
      enabled &&
      condition === 'UNCONDITIONALLY' &&
      destinationType !== 'VOICEMAIL' &&
      (setBy === 'administrator' || !(choices.reset || choices.delete)),
  )
}
