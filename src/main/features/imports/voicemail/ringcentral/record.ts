import { z } from 'zod'

const party = z.looseObject({
  name: z.string().optional(),
  phoneNumber: z.string().optional(),
  extensionNumber: z.string().optional(),
})

/** A record of message-store.json (RingCentral API reference, Message Store); what is not needed is not looked at. */
export const messageRecord = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  type: z.string(),
  to: z.array(party).default([]),
  from: party.optional(),
  creationTime: z.string().optional(),
  lastModifiedTime: z.string().optional(),
  readStatus: z.string().optional(),
  priority: z.string().optional(),
  availability: z.string().optional(),
  attachments: z
    .array(
      z.looseObject({
        id: z.union([z.string(), z.number()]).transform(String).optional(),
        type: z.string().optional(),
        contentType: z.string().optional(),
        vmDuration: z.number().optional(),
        fileName: z.string().optional(),
      }),
    )
    .default([]),
})
export type MessageRecord = z.infer<typeof messageRecord>

/** An answer of the API, or its records alone. */
const store = z.union([z.looseObject({ records: z.array(z.unknown()) }), z.array(z.unknown())])

/** The voicemail of one message-store.json; bad counts the records that are none of RingCentral's. Null: another file. */
export function parseStore(text: string): { records: MessageRecord[]; bad: number } | null {
  const parsed = store.safeParse(jsonOf(text))
  if (!parsed.success) return null
  const given = Array.isArray(parsed.data) ? parsed.data : parsed.data.records
  const records: MessageRecord[] = []
  let bad = 0
  for (const one of given) {
    const record = messageRecord.safeParse(one)
    if (!record.success) bad += 1
    else if (record.data.type === 'VoiceMail') records.push(record.data)
  }
  return { records, bad }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
