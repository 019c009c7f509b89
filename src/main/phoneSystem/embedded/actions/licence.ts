import type { ActionOf } from '../../../../shared/offboarding/action.ts'
import { counted, type ActionContext } from './context.ts'

export function removeLicence({ db }: ActionContext, { userId }: ActionOf<'removeLicence'>): string {
  const removed = db.prepare('UPDATE licence SET user_id = NULL WHERE user_id = ?').run(userId).changes
  return `${counted(removed, 'license')} back in the pool.`
}
