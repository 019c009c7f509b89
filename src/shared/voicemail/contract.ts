import { z } from 'zod'
import { route } from '../ipc/route.ts'
import { extensionId, extensionNumber, userId, voicemailId } from '../ids.ts'
import { maximalMessages } from '../offboarding/request.ts'
import { damageAccepted, recordingsChecked } from './recordings.ts'
import { audioFormat, voicemailFilter, voicemailMessage, voicemailRow, voicemailSort } from './model.ts'

const query = z.object({
  filter: voicemailFilter,
  sort: voicemailSort.default('received'),
  descending: z.boolean().default(true),
})
const someMessages = z.array(voicemailId).max(maximalMessages)
/** These messages, also those that the query leaves out; or all of it but these. */
export const onlyMessages = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('these'), messages: someMessages }),
  z.object({ kind: z.literal('allBut'), messages: someMessages }),
])
export type OnlyMessages = z.infer<typeof onlyMessages>
const ownerSide = z.enum(['ownerThen', 'ownerNow'])
export type OwnerSide = z.infer<typeof ownerSide>

export const voicemailRoutes = {
  /** Of one extension, newest first; the audio is played from media://voicemail/ID. Long transcripts are cut. */
  'voicemail.list': route(
    z.object({ extensionId, offset: z.int().min(0).default(0), limit: z.int().min(1).max(500) }),
    z.object({ total: z.int(), messages: z.array(voicemailMessage) }),
  ),
  /** Of all extensions. total is null while it is not counted; ask voicemail.count. Long transcripts are cut. */
  'voicemail.search': route(
    query.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(100) }),
    z.object({ total: z.int().nullable(), messages: z.array(voicemailRow) }),
  ),
  /** With of, how many of these messages. */
  'voicemail.count': route(query.extend({ of: someMessages.optional() }), z.object({ total: z.int() })),
  /** The folders and formats that the filters offer. */
  'voicemail.facets': route(z.object({}), z.object({ folders: z.array(z.string()), formats: z.array(audioFormat) })),
  /** The first twenty extensions with messages whose number or owner has every word. */
  'voicemail.extensions': route(
    z.object({ search: z.string().max(200) }),
    z.array(z.object({ extension: extensionNumber, owner: z.string().nullable() })),
  ),
  /** The first twenty owners, then or now, whose name has every word. */
  'voicemail.owners': route(
    z.object({ side: ownerSide, search: z.string().max(200) }),
    z.array(z.object({ userId, name: z.string(), gone: z.boolean() })),
  ),
  /**
   * What a plan would save of what is chosen, and how much it is. messages is empty when there are more of them than one plan
   * takes.
   */
  'voicemail.chosen': route(
    query.extend({ only: onlyMessages }),
    z.object({
      total: z.int(),
      messages: z.array(voicemailId).max(maximalMessages),
      bytes: z.int(),
      seconds: z.number(),
    }),
  ),
  /** Reads the recordings of these messages again and compares them with what is listed. */
  'voicemail.check': route(z.object({ messages: someMessages }), recordingsChecked),
  /** Stops the check that runs; it then ends with CANCELLED. */
  'voicemail.stopCheck': route(z.object({}), z.void()),
  /**
   * What nothing can repair: of these messages, those with a changed recording are kept with it as it is, those without
   * any sound are taken out. Whole ones are not touched.
   */
  'voicemail.acceptDamage': route(
    z.object({ messages: someMessages, reason: z.string().trim().min(1).max(200) }),
    damageAccepted,
  ),
  /** Saves what the filter leaves, or what is chosen, as CSV where a dialog says; null when it was cancelled. */
  'voicemail.export': route(
    query.extend({ only: onlyMessages.optional() }),
    z.object({ fileName: z.string(), messages: z.int() }).nullable(),
  ),
} as const
