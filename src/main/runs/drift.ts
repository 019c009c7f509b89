import { dataOf } from '../../shared/offboarding/data.ts'
import type { AnyInventory } from '../../shared/offboarding/inventory.ts'
import { subjectOf } from '../../shared/offboarding/subjectOf.ts'
import { AppError } from '../../shared/ipc/errors.ts'

export type Difference = { what: string; before: string; after: string }

/** What changed between approval and execution, in the words of the plan. */
export function differences(before: AnyInventory, after: AnyInventory): Difference[] {
  const shown = new Map<string, { before: string; after: string }>()
  for (const datum of dataOf(before)) shown.set(datum.noun[1], { before: describe(datum), after: 'none' })
  for (const datum of dataOf(after)) {
    shown.set(datum.noun[1], { before: shown.get(datum.noun[1])?.before ?? 'none', after: describe(datum) })
  }
  const changed = [...shown]
    .filter(([, values]) => values.before !== values.after)
    .map(([what, values]) => ({ what, ...values }))
  if (voicemailDiffers(before, after)) {
    changed.push({
      what: 'Voicemail messages',
      before: 'as approved',
      after: 'other messages, or other states of them',
    })
  }
  const [was, is] = [statusOf(before), statusOf(after)]
  if (was !== is) changed.push({ what: 'Status', before: was, after: is })
  return changed
}

/** As many messages as before, and yet others. */
function voicemailDiffers(before: AnyInventory, after: AnyInventory): boolean {
  if (!('voicemail' in before && 'voicemail' in after)) return false
  return before.voicemail.count === after.voicemail.count && before.voicemail.digest !== after.voicemail.digest
}

function statusOf(inventory: AnyInventory): string {
  if ('user' in inventory) return inventory.user.status
  return 'holder' in inventory ? (inventory.holder?.status ?? 'free') : ''
}

function describe({ count, names, where }: { count: number; names: readonly string[]; where: string }): string {
  return names.length > 0 ? names.join(', ') : `${count} (${where})`
}

/** The refusal to improvise; before is null when the approved plan was made too long ago to compare. */
export function planDrifted(before: AnyInventory | null, after: AnyInventory): AppError {
  const changed = before === null ? [] : differences(before, after)
  const list = changed.map((one) => `${one.what}: ${one.before} → ${one.after}`).join('; ')
  const about = {
    person: 'What hangs on this person has',
    extension: 'What hangs on this extension has',
    messages: 'The chosen messages have',
  }
  const message = `${about[subjectOf(after).kind]} changed since the plan was made${list === '' ? '' : ` (${list})`}. Review the new plan.`
  return new AppError('PLAN_DRIFTED', message, { differences: changed })
}
