import type { Row } from '../rows.ts'
import { billingRows } from './billing.ts'
import { callRows } from './calls.ts'
import { chatRows, meetingRows } from './conversations.ts'
import { contactRows, otherProductRows } from './correspondence.ts'
import { deviceRows, freeLicenceRows, licenceRows, sessionRows, spareDeviceRows } from './equipment.ts'
import { blankExtensionRows, extensionRows, numberRows, numbersOfNobody } from './extensions.ts'
import { greetingRows } from './greetings.ts'
import { groupRows, inventedGroupRows } from './groups.ts'
import { createOutsiders } from './outsiders.ts'
import type { Company, Topic } from './model.ts'
import { blocksOf, siteRows, userRows } from './people.ts'
import { forwardingRows, forwardingToLeaversRows, preferenceRows } from './settings.ts'
import { voicemailRows, type MessageCounts, type SpokenRow } from './voicemails.ts'
import type { Voices } from './voices.ts'

/** Everything of the company that is not spoken, parents before children. */
export function* silentRows(company: Company, calls: number): Generator<Row> {
  const outsiders = createOutsiders(company.seed)
  const topics: Topic[] = [
    userRows(company),
    extensionRows(company),
    numberRows,
    deviceRows(company),
    licenceRows(company),
    sessionRows(company),
    forwardingRows(company),
    preferenceRows(company),
    inventedGroupRows(company),
    billingRows(company),
    chatRows(company),
    meetingRows(company),
    contactRows(company, outsiders),
    otherProductRows(company, outsiders),
  ]
  yield* siteRows(company)
  for (const people of blocksOf(company)) for (const rows of topics) yield* rows(people)
  yield* blankExtensionRows(company)
  yield* numbersOfNobody(company)
  yield* spareDeviceRows(company)
  yield* freeLicenceRows(company)
  yield* groupRows(company)
  yield* forwardingToLeaversRows(company)
  yield* callRows(company, outsiders, calls)
}

/** Greetings and voicemail messages, each with the clip that its file is a copy of. */
export function* spokenRows(company: Company, voices: Voices, counts: MessageCounts): Generator<SpokenRow> {
  yield* greetingRows(company, voices)
  yield* voicemailRows(company, voices, counts)
}
