import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { PersonRoute } from '../../../shared/person/contract.ts'
import type { ReadDb } from '../../db/sql.ts'
import { pageOf, personLists } from './repository.ts'

export function personHandlers(db: ReadDb): Pick<Handlers, PersonRoute> {
  return {
    'person.contacts': (asked) => pageOf(db, personLists.contacts, asked),
    'person.meetings': (asked) => pageOf(db, personLists.meetings, asked),
    'person.otherRecords': (asked) => pageOf(db, personLists.otherRecords, asked),
    'person.sessions': (asked) => pageOf(db, personLists.sessions, asked),
    'person.preferences': (asked) => pageOf(db, personLists.preferences, asked),
  }
}
