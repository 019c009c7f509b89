import { z } from 'zod'
import { plausibleTime } from '../plausibleTime.ts'

const tag = z.object({ key: z.string(), value: z.unknown() })

/**
 * An object of 8x8's Cloud Storage Service (v3, "Object"). 8x8 publishes no sample of a voicemail, so its tags are read
 * with tolerance: any of the names that its recordings and calls use.
 */
export const storedObject = z.looseObject({
  id: z.string(),
  type: z.string(),
  objectName: z.string(),
  checksumType: z.string().optional(),
  checksum: z.string().optional(),
  storedBytes: z.number().optional(),
  createdTime: z.string().optional(),
  objectState: z.string().optional(),
  tags: z.union([z.array(tag), z.record(z.string(), z.unknown())]).default([]),
})
export type StoredObject = z.infer<typeof storedObject>

const pages = z.union([z.array(z.unknown()), z.looseObject({ content: z.array(z.unknown()) }), storedObject])

/** The objects of one JSON file: a search page, a list, or one object. Null: something else. */
export function parseObjects(text: string): StoredObject[] | null {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = pages.safeParse(given)
  if (!parsed.success) return null
  const all = Array.isArray(parsed.data)
    ? parsed.data
    : 'content' in parsed.data
      ? parsed.data['content']
      : [parsed.data]
  const objects = (all as unknown[]).flatMap((one) => {
    const object = storedObject.safeParse(one)
    return object.success ? [object.data] : []
  })
  return objects.length === 0 ? null : objects
}

/** The first of these tags that has a value, as text; '' when none has. Names are compared without case. */
export function tagOf({ tags }: StoredObject, ...names: readonly string[]): string {
  const entries: [string, unknown][] = Array.isArray(tags)
    ? tags.map(({ key, value }) => [key.toLowerCase(), value])
    : Object.entries(tags).map(([key, value]) => [key.toLowerCase(), value])
  const known = new Map(entries)
  for (const name of names) {
    const value = known.get(name.toLowerCase())
    if (typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')) return String(value).trim()
  }
  return ''
}

/** A time of a tag is milliseconds since 1970; createdTime is ISO text, in UTC although it names no zone. */
export function receivedAt(object: StoredObject): Date | null {
  const started = plausibleTime(new Date(Number(tagOf(object, 'startTime', 'receivedTime', 'createdTime'))))
  if (started !== null) return started
  const text = object.createdTime ?? ''
  return plausibleTime(new Date(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`))
}

/** MD5 in hex, or null where the checksum is the tag of a multipart upload, which is no hash of the content. */
export function md5Of({ checksum = '', checksumType = 'MD5' }: StoredObject): string | null {
  return checksumType.toUpperCase() === 'MD5' && /^[0-9a-f]{32}$/i.test(checksum) ? checksum.toLowerCase() : null
}
