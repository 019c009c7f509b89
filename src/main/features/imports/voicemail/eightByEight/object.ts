import { z } from 'zod'
import { jsonOf } from '../jsonText.ts'
import { plausibleTime } from '../plausibleTime.ts'

const tag = z.object({ key: z.string(), value: z.unknown() })

/**
 * An object of 8x8's Cloud Storage Service (v3, "Object"). 8x8 publishes no sample of a voicemail, so its tags are read
 * with tolerance: any of the names that its recordings and calls use.
 */
const storedObject = z.looseObject({
  id: z.string(),
  type: z.string(),
  objectName: z.string(),
  checksumType: z.string().nullish(),
  checksum: z.string().nullish(),
  storedBytes: z.number().nullish(),
  createdTime: z.string().nullish(),
  objectState: z.string().nullish(),
  tags: z.union([z.array(tag), z.record(z.string(), z.unknown())]).nullish(),
})
export type StoredObject = z.infer<typeof storedObject>

const page = z.looseObject({ content: z.array(z.unknown()) })

/** bad: how many of the list are no objects. */
export type Objects = { objects: StoredObject[]; bad: number }

/**
 * The objects of one JSON file: a search page, a list, or one object. 'torn' when it is no whole JSON; null when it is
 * something else, as the words of a transcription are.
 */
export function parseObjects(text: string): Objects | 'torn' | null {
  const given = jsonOf(text)
  if (given === undefined) return 'torn'
  const paged = page.safeParse(given)
  const all = paged.success ? paged.data.content : Array.isArray(given) ? (given as unknown[]) : [given]
  const objects = all.flatMap((one) => storedObject.safeParse(one).data ?? [])
  return objects.length === 0 && !paged.success ? null : { objects, bad: all.length - objects.length }
}

/** The first of these tags that has a value, as text; '' when none has. Names are compared without case. */
export function tagOf({ tags }: StoredObject, ...names: readonly string[]): string {
  const entries: [string, unknown][] = Array.isArray(tags)
    ? tags.map(({ key, value }) => [key, value])
    : Object.entries(tags ?? {})
  const known = new Map(entries.map(([key, value]) => [key.toLowerCase(), value]))
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
export function md5Of({ checksum, checksumType }: StoredObject): string | null {
  const isMd5 = (checksumType ?? 'MD5').toUpperCase() === 'MD5' && /^[0-9a-f]{32}$/i.test(checksum ?? '')
  return isMd5 ? checksum!.toLowerCase() : null
}
