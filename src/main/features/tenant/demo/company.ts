import type { Row } from '../rows.ts'
import { billingRows } from './billing.ts'
import { callRows } from './calls.ts'
import { chatRows, meetingRows } from './conversations.ts'
import { contactRows, otherProductRows } from './correspondence.ts'
import { deviceRows, licenceRows, sessionRows } from './equipment.ts'
import { extensionRows, numberRows } from './extensions.ts'
import { greetingRows } from './greetings.ts'
import { groupRows } from './groups.ts'
import { createOutsiders } from './outsiders.ts'
import { siteRows, userRows, type Company, type Person } from './people.ts'
import { forwardingRows, preferenceRows } from './settings.ts'
import { voicemailRows, type SpokenRow } from './voicemails.ts'
import type { Voices } from './voices.ts'

/** Everything of the company that is not spoken, parents before children. */
export function* silentRows(company: Company, calls: number): Generator<Row> {
  const outsiders = createOutsiders(company.seed)
  yield* siteRows(company)
  yield* userRows(company)
  yield* extensionRows(company)
  yield* numberRows(company)
  yield* deviceRows(company)
  yield* licenceRows(company)
  yield* sessionRows(company)
  yield* groupRows(company)
  yield* forwardingRows(company)
  yield* preferenceRows(company)
  yield* callRows(company, outsiders, calls)
  yield* billingRows(company)
  yield* chatRows(company)
  yield* meetingRows(company)
  yield* contactRows(company, outsiders)
  yield* otherProductRows(company, outsiders)
}

/** Greetings and voicemail messages, each with the clip that its file is a copy of. */
export function* spokenRows(
  company: Company,
  voices: Voices,
  counts: ReadonlyMap<Person, number>,
): Generator<SpokenRow> {
  yield* greetingRows(company, voices)
  yield* voicemailRows(company, voices, counts)
}
