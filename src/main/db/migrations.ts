import phoneSystem from './migrations/0001_phone_system.sql?raw'
import offboarding from './migrations/0002_offboarding.sql?raw'
import operators from './migrations/0003_operators.sql?raw'
import userSearch from './migrations/0004_user_search.sql?raw'
import analytics from './migrations/0007_analytics.sql?raw'
import audit from './migrations/0008_audit.sql?raw'
import extensions from './migrations/0009_extensions.sql?raw'
import voicemailSearch from './migrations/0010_voicemail_search.sql?raw'
import currency from './migrations/0011_currency.sql?raw'
import undo from './migrations/0012_undo.sql?raw'
import listening from './migrations/0014_listening.sql?raw'
import library from './migrations/0017_library.sql?raw'
import extensionLists from './migrations/0020_extension_lists.sql?raw'
import libraryIndex from './migrations/0023_library_index.sql?raw'
import ownNotes from './migrations/0024_own_notes.sql?raw'
import runsInOrder from './migrations/0025_runs_in_order.sql?raw'
import usersShown from './migrations/0026_users_shown.sql?raw'
import leavers from './migrations/0027_leavers.sql?raw'
import sites from './migrations/0028_sites.sql?raw'
import primaryAdministrators from './migrations/0029_primary_administrators.sql?raw'
import heardText from './migrations/0030_heard_text.sql?raw'
import parkedNumbers from './migrations/0031_parked_numbers.sql?raw'
import greetingPictures from './migrations/0032_greeting_pictures.sql?raw'
import lookedUp from './migrations/0033_looked_up.sql?raw'
import clockSetBack from './migrations/0034_clock_set_back.sql?raw'
import auditHeadFile from './migrations/0035_audit_head_file.sql?raw'
import typedMarks from './migrations/0036_typed_marks.sql?raw'
import auditInOrder from './migrations/0037_audit_in_order.sql?raw'
import extensionDigits from './migrations/0038_extension_digits.sql?raw'
import userTerms from './migrations/0039_user_terms.sql?raw'
import mailboxInOrder from './migrations/0040_mailbox_in_order.sql?raw'
import peopleOfASite from './migrations/0041_people_of_a_site.sql?raw'
import type { Migration } from './migrate.ts'

/** Append-only: a shipped file is never edited, its checksum is kept in every database. */
export const migrations: readonly Migration[] = [
  { id: 1, name: 'phone_system', sql: phoneSystem },
  { id: 2, name: 'offboarding', sql: offboarding },
  { id: 3, name: 'operators', sql: operators },
  { id: 4, name: 'user_search', sql: userSearch },
  { id: 7, name: 'analytics', sql: analytics },
  { id: 8, name: 'audit', sql: audit },
  { id: 9, name: 'extensions', sql: extensions },
  { id: 10, name: 'voicemail_search', sql: voicemailSearch },
  { id: 11, name: 'currency', sql: currency },
  { id: 12, name: 'undo', sql: undo },
  { id: 14, name: 'listening', sql: listening },
  { id: 17, name: 'library', sql: library },
  { id: 20, name: 'extension_lists', sql: extensionLists },
  { id: 23, name: 'library_index', sql: libraryIndex },
  { id: 24, name: 'own_notes', sql: ownNotes },
  { id: 25, name: 'runs_in_order', sql: runsInOrder },
  { id: 26, name: 'users_shown', sql: usersShown },
  { id: 27, name: 'leavers', sql: leavers },
  { id: 28, name: 'sites', sql: sites },
  { id: 29, name: 'primary_administrators', sql: primaryAdministrators },
  { id: 30, name: 'heard_text', sql: heardText },
  { id: 31, name: 'parked_numbers', sql: parkedNumbers },
  { id: 32, name: 'greeting_pictures', sql: greetingPictures },
  { id: 33, name: 'looked_up', sql: lookedUp },
  { id: 34, name: 'clock_set_back', sql: clockSetBack },
  { id: 35, name: 'audit_head_file', sql: auditHeadFile },
  { id: 36, name: 'typed_marks', sql: typedMarks },
  { id: 37, name: 'audit_in_order', sql: auditInOrder },
  { id: 38, name: 'extension_digits', sql: extensionDigits },
  { id: 39, name: 'user_terms', sql: userTerms },
  { id: 40, name: 'mailbox_in_order', sql: mailboxInOrder },
  { id: 41, name: 'people_of_a_site', sql: peopleOfASite },
]
