import type { Blocker, BlockerCode, Warning } from './findings.ts'
import type { Action } from './action.ts'
import type { Claim } from './effects.ts'
import type { Surroundings } from './step.ts'

/** Whose voicemail, number or calls they are, and what is known of the extensions that are named. */
export type Giver = {
  kind: 'person' | 'extension'
  inventory: { extension: { extensionNumber: string } | null }
  surroundings: Pick<Surroundings, 'extensions'>
}

type Purpose = 'VOICEMAIL' | 'NUMBER' | 'FORWARD'
const purposes: Readonly<Record<Purpose, string>> = {
  VOICEMAIL: 'Voicemail cannot be forwarded',
  NUMBER: 'The number cannot be reassigned',
  FORWARD: 'Calls cannot be forwarded',
}

const remedies = {
  person: 'Choose the extension of an active person who stays.',
  extension: 'Choose the extension of an active person, or a free one.',
} as const

/** Why an extension cannot take over voicemail, a number or calls; a free extension may take a number, nothing else. */
export function targetBlockers(input: Giver, purpose: Purpose, extensionNumber: string): Blocker[] {
  const target = input.surroundings.extensions[extensionNumber]
  const own = input.inventory.extension?.extensionNumber
  const refuse = (code: BlockerCode, why: string): Blocker[] => [
    {
      code,
      message: `${purposes[purpose]} to extension ${extensionNumber}: ${why}.`,
      remedy: remedies[input.kind],
    },
  ]
  if (extensionNumber === own) {
    return input.kind === 'extension'
      ? refuse('NUMBER_TARGET_SAME', 'it is on that extension')
      : refuse(`${purpose}_TARGET_IS_LEAVER`, 'it is the extension of the person who leaves')
  }
  if (target === undefined) return refuse(`${purpose}_TARGET_UNKNOWN`, 'there is no such extension')
  if (target.status === 'FREE')
    return purpose === 'NUMBER' ? [] : refuse(`${purpose}_TARGET_NOT_ACTIVE`, 'nobody has it')
  if (target.status !== 'ACTIVE')
    return refuse(`${purpose}_TARGET_NOT_ACTIVE`, `${target.name ?? 'its user'} is deactivated`)
  if (target.leavesOn !== null)
    return refuse(`${purpose}_TARGET_LEAVING`, `${target.name ?? 'its user'} leaves on ${target.leavesOn}`)
  return []
}

/** Where a number is once it is on an extension, and who sees it there. */
export function onExtension(extensionNumber: string, isFree: boolean): Pick<Claim, 'where' | 'seenBy'> {
  return isFree
    ? { where: `Extension ${extensionNumber}, which nobody has`, seenBy: 'Administrators' }
    : { where: `Extension ${extensionNumber}`, seenBy: `Whoever has extension ${extensionNumber}` }
}

/** A number may be put on an extension that nobody has; then nobody takes its calls. */
export function unattendedWarning(phoneNumbers: readonly string[], extensionNumber: string): Warning {
  return {
    code: 'NUMBER_TARGET_UNATTENDED',
    message: `Callers of ${phoneNumbers.join(', ')} reach extension ${extensionNumber}, which nobody has.`,
    remedy: 'Give that extension to somebody, or choose the extension of an active person.',
  }
}

/** The same of the extensions that steps name; asked again when a run goes on, because much can have happened since. */
export function refusedTargets(input: Giver, actions: readonly Action[]): Blocker[] {
  return actions.flatMap((action) => {
    if (action.kind === 'voicemailDisposition' && action.choice.kind === 'forward')
      return targetBlockers(input, 'VOICEMAIL', action.choice.extensionNumber)
    if (action.kind === 'number' && action.choice.kind === 'reassign')
      return targetBlockers(input, 'NUMBER', action.choice.extensionNumber)
    if (action.kind === 'forwardCalls' && !action.to.startsWith('+')) return targetBlockers(input, 'FORWARD', action.to)
    return []
  })
}
