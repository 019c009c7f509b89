import type { PhoneSystemAction } from '../../../../shared/offboarding/action.ts'
import { activate, deactivate, deleteAccount, revokeSignIn } from './account.ts'
import type { ActionContext } from './context.ts'
import { assignProfile, forwardCalls, leaveGroups, reset } from './extension.ts'
import { removeLicence } from './licence.ts'
import { number, reclaimNumber } from './number.ts'
import { voicemailDisposition } from './voicemail.ts'

/** Changes the rows and says what was done. Call inside a transaction. Throws PLAN_DRIFTED when the rows are not as the plan found them. */
export function perform(context: ActionContext, action: Exclude<PhoneSystemAction, { kind: 'undo' }>): string {
  switch (action.kind) {
    case 'revokeSignIn':
      return revokeSignIn(context, action)
    case 'voicemailDisposition':
      return voicemailDisposition(context, action)
    case 'number':
      return number(context, action)
    case 'reclaimNumber':
      return reclaimNumber(context, action)
    case 'forwardCalls':
      return forwardCalls(context, action)
    case 'leaveGroups':
      return leaveGroups(context, action)
    case 'reset':
      return reset(context, action)
    case 'removeLicence':
      return removeLicence(context, action)
    case 'deactivate':
      return deactivate(context, action)
    case 'activate':
      return activate(context, action)
    case 'assignProfile':
      return assignProfile(context, action)
    case 'delete':
      return deleteAccount(context, action)
  }
}
