import type { Claim } from '../effects.ts'
import type { Blocker, Warning } from '../findings.ts'
import type { TakenByStep, TakenItem } from '../taken.ts'
import { anyAdministrator, type StepDefinition, type UndoInput } from '../step.ts'
import type { Undoable } from '../action.ts'
import { undoBlockers } from '../undoBlockers.ts'

/** The key of what a step has set, as against what it took: an undo removes it again. */
export const setByStep = 'set'

/** Gives back what a step of a run took. It is never behind the archive: nothing goes, and who may take the step may undo it. */
export const undo: StepDefinition<'undo', 'undo'> = {
  kind: 'undo',
  subjects: ['undo'],
  title: ({ title }) => `Undo: ${title}`,
  after: [],
  destructive: () => false,
  reversibility: () => 'counterplan',
  roles: anyAdministrator,
  actionsOf: ({ inventory: { undo: step } }) => {
    const { runId, position, title, action, reversibility } = step
    // A kind that can be undone is one of those that the phone system keeps.
    if (reversibility !== 'compensatable') return []
    return [{ kind: 'undo', runId, position, of: action.kind as Undoable, title }]
  },
  blockersOf: (input): Blocker[] => undoBlockers(input),
  warningsOf,
  claimsOf: ({ inventory: { undo: step, taken } }) =>
    taken === null
      ? []
      : taken.items.filter(({ there }) => there).map((item) => claimOf(step.action.kind as Undoable, item, taken)),
}

function warningsOf({ inventory: { undo: step, taken } }: UndoInput): Warning[] {
  const warnings: Warning[] = (taken?.items ?? [])
    .filter(({ there }) => !there)
    .map(({ name, now }) => ({
      code: 'UNDO_PARTLY',
      message: `${name} does not come back: ${now}.`,
      remedy: 'Nothing else is held up by it.',
    }))
  const person = taken?.person ?? null
  if (step.action.kind === 'removeLicence' && person?.status === 'INACTIVE') {
    warnings.push({
      code: 'LICENCE_SUSPENDED',
      message: `${person.name} is deactivated: the licenses come back as suspended ones.`,
      remedy: 'Undo the deactivation first.',
    })
  }
  const holder = taken?.extension?.holder ?? null
  const numbers = step.action.kind === 'number' || step.action.kind === 'reclaimNumber'
  if (numbers && holder !== null && !holder.same) {
    warnings.push({
      code: 'UNDO_OTHERS_EXTENSION',
      message: `Extension ${taken?.extension?.extensionNumber ?? ''} belongs to ${holder.name} by now.`,
      remedy: 'Reassign the number afterwards when it is meant for somebody else.',
    })
  }
  return warnings
}

function claimOf(of: Undoable, item: TakenItem, taken: TakenByStep): Claim {
  return { what: item.what, ...(item.key !== '' && { only: [item.key] }), ...backOf(of, item, taken), step: 'undo' }
}

type Back = Pick<Claim, 'fate' | 'where' | 'seenBy'>

/** Where something is from the undo on. */
function backOf(of: Undoable, { what, key, name }: TakenItem, { person, extension }: TakenByStep): Back {
  const onExtension = `Extension ${extension?.extensionNumber ?? ''}`
  const administrators = 'Administrators'
  switch (what) {
    case 'signIn':
      return key === 'blocked'
        ? { fate: 'kept', where: 'Blocked, as before the step', seenBy: 'Nobody' }
        : { fate: 'kept', where: 'Allowed; ended sessions stay ended', seenBy: 'The person' }
    case 'profile':
      return { fate: 'kept', where: 'Directory, active', seenBy: 'Everyone in the company' }
    case 'device':
      return { fate: 'kept', where: 'Can dial again', seenBy: 'The person' }
    case 'fax':
    case 'textMessage':
      return { fate: 'kept', where: 'Other products, as long as the user is active', seenBy: administrators }
    case 'licence':
      return { fate: 'moved', where: `Assigned to ${person?.name ?? 'the person'}`, seenBy: administrators }
    case 'forwardingRule':
      return key === setByStep
        ? { fate: 'removed', where: `Calls do not go there any more: ${name}`, seenBy: 'Nobody' }
        : { fate: 'moved', where: onExtension, seenBy: administrators }
    case 'phoneNumber':
      return of === 'reclaimNumber'
        ? { fate: 'moved', where: 'On no extension, as before', seenBy: administrators }
        : { fate: 'moved', where: onExtension, seenBy: `Whoever has ${lower(onExtension)}` }
    case 'voicemailMessage':
      return {
        fate: 'moved',
        where: onExtension,
        seenBy: extension?.holder === null ? administrators : `Whoever has ${lower(onExtension)}`,
      }
    case 'ringGroup':
    case 'callQueue':
      return { fate: 'moved', where: `${onExtension} is a member again`, seenBy: administrators }
  }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
