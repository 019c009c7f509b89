import type { Blocker, BlockerCode } from './findings.ts'
import type { UndoInput } from './step.ts'
import type { TakenByStep } from './taken.ts'

/** Why a step cannot be undone now: the run, the step, or what has become of what it took. */
export function undoBlockers({ inventory: { undo: step, taken } }: UndoInput): Blocker[] {
  const stopped = stepBlocker(step)
  if (stopped !== null) return [stopped]
  if (taken === null) {
    return [
      blocker(
        'UNDO_NOT_KNOWN',
        'What the step took is not known any more: it was carried out by an older version of Offhook.',
        'Take it back by hand, or by a new plan.',
      ),
    ]
  }
  if (taken.person?.status === 'DELETED') {
    return [
      blocker(
        'USER_DELETED',
        `${taken.person.name} was deleted.`,
        'A deleted account is not there to get anything back.',
      ),
    ]
  }
  const held = holderBlocker(step.action.kind, taken)
  if (held !== null) return [held]
  if (taken.items.some(({ there }) => there)) return []
  const where = taken.items.map(({ name, now }) => `${name}: ${now}`).join('; ')
  return [
    blocker(
      'UNDO_NOTHING_LEFT',
      `Nothing of it is as the step left it${where === '' ? '' : ` (${where})`}.`,
      'What it took is somewhere else by now; move it from there.',
    ),
  ]
}

function stepBlocker({ title, status, runEnded, reversibility }: UndoInput['inventory']['undo']): Blocker | null {
  if (reversibility !== 'compensatable') {
    const why = {
      irreversible: 'cannot be undone',
      pivot: 'takes nothing, so there is nothing to undo',
      counterplan: 'is taken back by a plan of its own',
    }[reversibility]
    return blocker('UNDO_IMPOSSIBLE', `The step "${title}" ${why}.`, 'Make a new plan for what should be different.')
  }
  if (status === 'undone')
    return blocker('UNDO_NOT_DONE', `The step "${title}" is undone already.`, 'Make a new plan to take it again.')
  if (!runEnded) {
    return blocker(
      'UNDO_RUN_UNFINISHED',
      'The run has not ended.',
      'Continue it or give it up first; its steps can be undone then.',
    )
  }
  if (status === 'done') return null
  return blocker('UNDO_NOT_DONE', `The step "${title}" was not carried out.`, 'There is nothing to undo.')
}

/** Steps build on each other: what a later one has frozen or given away does not take back what an earlier one took. */
function holderBlocker(kind: string, { person, extension }: TakenByStep): Blocker | null {
  const first = 'Undo the deactivation first.'
  if (kind === 'revokeSignIn' && person?.status === 'INACTIVE')
    return blocker('UNDO_IN_ORDER', `${person.name} is deactivated and could not sign in.`, first)
  if (extension === null) return null
  const { extensionNumber, holder } = extension
  if (holder?.status === 'INACTIVE')
    return blocker('UNDO_IN_ORDER', `The settings of ${holder.name}, who is deactivated, are frozen.`, first)
  if (kind === 'leaveGroups' && holder === null) {
    return blocker(
      'UNDO_OTHER_HOLDER',
      `Extension ${extensionNumber} is free: the groups would ring a phone that nobody answers.`,
      'Leave the step as it is: a new profile on the extension is somebody else, who is not of these groups.',
    )
  }
  if ((kind === 'leaveGroups' || kind === 'voicemailDisposition') && holder !== null && !holder.same) {
    const what = kind === 'leaveGroups' ? 'would be in the groups' : 'would hear the messages'
    return blocker(
      'UNDO_OTHER_HOLDER',
      `Extension ${extensionNumber} belongs to ${holder.name} by now, who ${what}.`,
      'Leave the step as it is.',
    )
  }
  return null
}

function blocker(code: BlockerCode, message: string, remedy: string): Blocker {
  return { code, message, remedy }
}
