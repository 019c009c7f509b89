import type { BlockerCode } from '../../../../shared/offboarding/findings.ts'
import type { WizardStep } from '../../../../shared/offboarding/wizard.ts'

/** Where in the wizard a blocker can be mended; null when nothing in the wizard mends it. */
export function stepOfBlocker(code: BlockerCode): WizardStep | null {
  switch (code) {
    case 'USER_DELETED':
      return 'person'
    case 'VOICEMAIL_TARGET_UNKNOWN':
    case 'VOICEMAIL_TARGET_IS_LEAVER':
    case 'VOICEMAIL_TARGET_NOT_ACTIVE':
    case 'VOICEMAIL_TARGET_LEAVING':
      return 'voicemail'
    case 'NUMBER_NOT_THEIRS':
    case 'NUMBER_PORTING':
    case 'NUMBER_TARGET_UNKNOWN':
    case 'NUMBER_TARGET_IS_LEAVER':
    case 'NUMBER_TARGET_NOT_ACTIVE':
    case 'NUMBER_TARGET_LEAVING':
    case 'NUMBER_PARK_DATE_PAST':
    case 'FORWARD_TARGET_UNKNOWN':
    case 'FORWARD_TARGET_IS_LEAVER':
    case 'FORWARD_TARGET_NOT_ACTIVE':
    case 'FORWARD_TARGET_LEAVING':
    case 'FORWARD_NUMBER_INCOMPLETE':
      return 'number'
    case 'NOTHING_TO_DO':
    case 'LEGAL_HOLD':
    case 'IDENTITY_PROVIDER_OWNS_STATUS':
    case 'LICENCE_BEFORE_DELETE':
    case 'ACTIVATE_ALONE':
    case 'RESET_BEFORE_ASSIGN':
    case 'USER_NAME_TAKEN':
    case 'SETTINGS_FROZEN':
      return 'account'
    case 'ROLE_NOT_ALLOWED':
    case 'LAST_PRIMARY_ADMINISTRATOR':
    case 'OWN_ACCOUNT':
    case 'PRIMARY_OPERATOR':
    case 'NUMBER_TARGET_SAME':
    case 'NUMBER_UNKNOWN':
    case 'NUMBER_NOT_FREE':
    case 'NUMBER_RECLAIM_OVER':
    case 'EXTENSION_NOT_FREE':
    case 'MESSAGES_GONE':
    case 'UNDO_NOT_DONE':
    case 'UNDO_RUN_UNFINISHED':
    case 'UNDO_IMPOSSIBLE':
    case 'UNDO_NOT_KNOWN':
    case 'UNDO_NOTHING_LEFT':
    case 'UNDO_IN_ORDER':
    case 'UNDO_OTHER_HOLDER':
      return null
  }
}
