import { z } from 'zod'
import { jsonOf } from '../jsonText.ts'

const party = z.looseObject({
  name: z.string().nullish(),
  phoneNumber: z.string().nullish(),
  extensionNumber: z.string().nullish(),
})

/** A record of message-store.json (RingCentral API reference, Message Store); what is not needed is not looked at. */
const messageRecord = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  type: z.string(),
  to: z.array(party).default([]),
  from: party.nullish(),
  creationTime: z.string().nullish(),
  lastModifiedTime: z.string().nullish(),
  readStatus: z.string().nullish(),
  priority: z.string().nullish(),
  availability: z.string().nullish(),
  attachments: z
    .array(
      z.looseObject({
        id: z.union([z.string(), z.number()]).transform(String).optional(),
        type: z.string().nullish(),
        contentType: z.string().nullish(),
        vmDuration: z.number().nullish(),
      }),
    )
    .default([]),
})
export type MessageRecord = z.infer<typeof messageRecord>

/** An answer of the API, or its records alone. */
const store = z.union([z.looseObject({ records: z.array(z.unknown()) }), z.array(z.unknown())])

/**
 * The voicemail of one message-store.json. bad: how many records are none of RingCentral's; ids: of all records, of whatever
 * kind, and of what is attached to them. Null: another file.
 */
export function parseStore(text: string): { records: MessageRecord[]; bad: number; ids: string[] } | null {
  const parsed = store.safeParse(jsonOf(text))
  if (!parsed.success) return null
  const given = Array.isArray(parsed.data) ? parsed.data : parsed.data.records
  const records: MessageRecord[] = []
  let bad = 0
  for (const one of given) {
    if (isOther(one)) continue
    const record = messageRecord.safeParse(one)
    if (record.success) records.push(record.data)
    else bad += 1
  }
  return { records, bad, ids: given.flatMap(idsIn) }
}

const anyId = z.union([z.string(), z.number()]).transform(String)
const withId = z.looseObject({ id: anyId })
const withAttached = z.looseObject({ attachments: z.array(z.unknown()) })

function idsIn(record: unknown): string[] {
  const attached = withAttached.safeParse(record).data?.attachments ?? []
  return [record, ...attached].flatMap((one) => withId.safeParse(one).data?.id ?? [])
}

/** Of another kind, however it looks: a fax, a text. */
function isOther(record: unknown): boolean {
  const { data } = z.looseObject({ type: z.string() }).safeParse(record)
  return data !== undefined && data.type.toLowerCase() !== 'voicemail'
}
