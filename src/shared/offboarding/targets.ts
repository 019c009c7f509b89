import type { Blocker, BlockerCode } from './findings.ts'
import type { PlanInput } from './step.ts'

type Purpose = 'VOICEMAIL' | 'NUMBER' | 'FORWARD'
const purposes: Readonly<Record<Purpose, string>> = {
  VOICEMAIL: 'Voicemail cannot be forwarded',
  NUMBER: 'The number cannot be reassigned',
  FORWARD: 'Calls cannot be forwarded',
}

/** Why an extension cannot take over voicemail, a number or calls; a free extension may take a number, nothing else. */
export function targetBlockers(input: PlanInput, purpose: Purpose, extensionNumber: string): Blocker[] {
  const target = input.surroundings.extensions[extensionNumber]
  const own = input.inventory.extension?.extensionNumber
  const refuse = (problem: 'UNKNOWN' | 'IS_LEAVER' | 'NOT_ACTIVE' | 'LEAVING', why: string): Blocker[] => [
    {
      code: `${purpose}_TARGET_${problem}` satisfies BlockerCode,
      message: `${purposes[purpose]} to extension ${extensionNumber}: ${why}.`,
      remedy: 'Choose the extension of an active person who stays.',
    },
  ]
  if (extensionNumber === own) return refuse('IS_LEAVER', 'it is the extension of the person who leaves')
  if (target === undefined) return refuse('UNKNOWN', 'there is no such extension')
  if (target.status === 'FREE') return purpose === 'NUMBER' ? [] : refuse('NOT_ACTIVE', 'nobody has it')
  if (target.status !== 'ACTIVE') return refuse('NOT_ACTIVE', `${target.name ?? 'its user'} is deactivated`)
  if (target.leavesOn !== null) return refuse('LEAVING', `${target.name ?? 'its user'} leaves on ${target.leavesOn}`)
  return []
}
