import { z } from 'zod'

export const blockerCode = z.enum([
  'NOTHING_TO_DO',
  'USER_DELETED',
  'ROLE_NOT_ALLOWED',
  'LAST_PRIMARY_ADMINISTRATOR',
  'OWN_ACCOUNT',
  'PRIMARY_OPERATOR',
  'IDENTITY_PROVIDER_OWNS_STATUS',
  'LEGAL_HOLD',
  'VOICEMAIL_TARGET_UNKNOWN',
  'VOICEMAIL_TARGET_IS_LEAVER',
  'VOICEMAIL_TARGET_NOT_ACTIVE',
  'VOICEMAIL_TARGET_LEAVING',
  'NUMBER_NOT_THEIRS',
  'NUMBER_PORTING',
  'NUMBER_TARGET_UNKNOWN',
  'NUMBER_TARGET_IS_LEAVER',
  'NUMBER_TARGET_SAME',
  'NUMBER_TARGET_NOT_ACTIVE',
  'NUMBER_TARGET_LEAVING',
  'NUMBER_PARK_DATE_PAST',
  'NUMBER_UNKNOWN',
  'NUMBER_NOT_FREE',
  'NUMBER_RECLAIM_OVER',
  'FORWARD_TARGET_UNKNOWN',
  'FORWARD_TARGET_IS_LEAVER',
  'FORWARD_TARGET_NOT_ACTIVE',
  'FORWARD_TARGET_LEAVING',
  'FORWARD_NUMBER_INCOMPLETE',
  'SETTINGS_FROZEN',
  'LICENCE_BEFORE_DELETE',
  'ACTIVATE_ALONE',
  'RESET_BEFORE_ASSIGN',
  'EXTENSION_NOT_FREE',
  'MESSAGES_GONE',
  'USER_NAME_TAKEN',
  'UNDO_NOT_DONE',
  'UNDO_RUN_UNFINISHED',
  'UNDO_IMPOSSIBLE',
  'UNDO_NOT_KNOWN',
  'UNDO_NOTHING_LEFT',
  'UNDO_IN_ORDER',
  'UNDO_OTHER_HOLDER',
])
export type BlockerCode = z.infer<typeof blockerCode>

export const warningCode = z.enum([
  'UNREAD_VOICEMAIL',
  'CALLERS_NOT_FORWARDED',
  'OTHERS_FORWARD_HERE',
  'GROUP_LEFT_EMPTY',
  'LICENCE_SUSPENDED',
  'DEVICE_STILL_ACTIVE',
  'LEAVES_LATER',
  'NOT_ARCHIVED',
  'LEGAL_HOLD_REMINDER',
  'NUMBER_RECLAIM_WINDOW',
  'SHARED_EXTENSION_VOICEMAIL',
  'SHARED_EXTENSION_CALLS',
  'UNDO_PARTLY',
  'UNDO_OTHERS_EXTENSION',
  'HIDDEN_VOICEMAIL_HANDED_OVER',
  'CALLS_STILL_FORWARDED',
  'CALLER_ID_LEFT_BEHIND',
  'NUMBER_TARGET_UNATTENDED',
  'NEW_PROFILE_WITHOUT_LICENCE',
])

/** Why the plan cannot run: a code, a sentence, and the way out. */
export const blocker = z.object({ code: blockerCode, message: z.string(), remedy: z.string() })
export type Blocker = z.infer<typeof blocker>

/** What the administrator should know; it does not stop the run. */
export const warning = z.object({ code: warningCode, message: z.string(), remedy: z.string() })
export type Warning = z.infer<typeof warning>
