import type { Command } from './command.ts'
import { archiveExport } from './commands/archiveExport.ts'
import { archiveSeal } from './commands/archiveSeal.ts'
import { archiveUnseal } from './commands/archiveUnseal.ts'
import { analyticsBills } from './commands/analyticsBills.ts'
import { analyticsCalls } from './commands/analyticsCalls.ts'
import { analyticsTotals } from './commands/analyticsTotals.ts'
import { archiveCompare } from './commands/archiveCompare.ts'
import { archiveList } from './commands/archiveList.ts'
import { archiveSave } from './commands/archiveSave.ts'
import { archiveVerify } from './commands/archiveVerify.ts'
import { auditList } from './commands/auditList.ts'
import { auditVerify } from './commands/auditVerify.ts'
import { demo } from './commands/demo.ts'
import { dialCheck } from './commands/dialCheck.ts'
import { extensionChange } from './commands/extensionChange.ts'
import { extensions } from './commands/extensions.ts'
import { importUsers } from './commands/importUsers.ts'
import { importVoicemail } from './commands/importVoicemail.ts'
import { libraryCheck } from './commands/libraryCheck.ts'
import { libraryLook } from './commands/libraryLook.ts'
import { librarySearch } from './commands/librarySearch.ts'
import { numbers } from './commands/numbers.ts'
import { offboard } from './commands/offboard.ts'
import { operatorCreate } from './commands/operatorCreate.ts'
import { plan } from './commands/plan.ts'
import { retentionRun } from './commands/retentionRun.ts'
import { runCancel } from './commands/runCancel.ts'
import { runResume } from './commands/runResume.ts'
import { runShow } from './commands/runShow.ts'
import { runUndo } from './commands/runUndo.ts'
import { runs } from './commands/runs.ts'
import { show } from './commands/show.ts'
import { signInCheck } from './commands/signInCheck.ts'
import { users } from './commands/users.ts'
import { voicemailCheck } from './commands/voicemailCheck.ts'
import { voicemailList } from './commands/voicemailList.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  demo,
  operatorCreate,
  users,
  show,
  extensions,
  numbers,
  extensionChange,
  voicemailCheck,
  voicemailList,
  plan,
  offboard,
  runs,
  runShow,
  runResume,
  runCancel,
  runUndo,
  archiveSave,
  archiveVerify,
  archiveList,
  archiveExport,
  archiveSeal,
  archiveUnseal,
  archiveCompare,
  libraryLook,
  librarySearch,
  libraryCheck,
  importUsers,
  importVoicemail,
  analyticsCalls,
  analyticsBills,
  analyticsTotals,
  dialCheck,
  signInCheck,
  retentionRun,
  auditVerify,
  auditList,
]
