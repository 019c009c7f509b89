import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ExportFile, RefusedFile } from '../exportFiles.ts'
import type { AudioRead, SourceItem, SourceMailbox } from '../source.ts'
import { md5Of, receivedAt, tagOf, type StoredObject } from './object.ts'

export function mailboxOf(object: StoredObject): SourceMailbox {
  const name = tagOf(object, 'extensionNumber', 'extension', 'mailbox') || fromName(object.objectName)
  return {
    name: name === '' ? `object ${object.id}` : name,
    context: '',
    holder: tagOf(object, 'userName', 'agentName', 'calleeName'),
    email: tagOf(object, 'userEmail', 'agentEmail'),
    sitePrefixed: true,
  }
}

/** The number after "users:" in ipbx:COMPANY:TYPE:users:NUMBER:… */
function fromName(objectName: string): string {
  return /(?:^|:)users:(\d{2,10}):/.exec(objectName)?.[1] ?? ''
}

/** One voicemail object with its file, if the zips hold it; refused: that file where it is not opened. */
export function readObject(object: StoredObject, file: ExportFile | null, refused: RefusedFile | null): SourceItem {
  const name = object.objectName
  if (object.objectState === 'REVOKED' || object.objectState === 'DELETED')
    return { kind: 'skipped', file: name, reason: 'It was deleted at 8x8.', messages: 1 }
  if (file === null) return { kind: 'unreadable', file: name, reason: whyWithout(object, refused), messages: 1 }
  const duration = Number(tagOf(object, 'duration', 'length') || Number.NaN)
  return {
    kind: 'message',
    message: {
      mailbox: mailboxOf(object),
      file: name,
      key: object.id,
      callerName: tagOf(object, 'callerName'),
      callerNumber: tagOf(object, 'callerId', 'callerNumber', 'caller', 'address') || callerIn(name),
      receivedAt: receivedAt(object),
      seconds: secondsOf(duration),
      folder: 'INBOX',
      read: true,
      urgent: false,
      transcript: null,
      audio: [{ name: basename(file.name).replaceAll(':', '_'), read: () => checked(object, file) }],
      notes: [],
    },
  }
}

function whyWithout({ objectState }: StoredObject, refused: RefusedFile | null): string {
  if (refused !== null) return `Its recording is there and is not opened. ${refused.reason}`
  return objectState === 'ARCHIVED'
    ? 'It is archived at 8x8 and in none of the zips. Restore it there, which takes up to a day, then download it.'
    : 'Its audio is in none of the zips. Download it again: a bulk download ends at 2 GB.'
}

/**
 * Milliseconds in one place of 8x8's documentation and seconds in another. More than an hour can only be milliseconds, less
 * than ten minutes only seconds; what lies between could be either, and says nothing.
 */
function secondsOf(duration: number): number | null {
  if (!Number.isFinite(duration) || duration <= 0) return null
  if (duration > 3600) return duration / 1000
  return duration < 600 ? duration : null
}

/** …-117209-+16695555518_E.mp3: the number of the other side stands before the ending. */
function callerIn(objectName: string): string {
  return /-(\+\d{7,15})(?:_[A-Z])?\.\w+$/.exec(objectName)?.[1] ?? ''
}

/** What 8x8 says of the content is held against it. */
async function checked(object: StoredObject, file: ExportFile): Promise<AudioRead> {
  const read = await file.read()
  if (!('bytes' in read)) return read
  const { storedBytes } = object
  if (typeof storedBytes === 'number' && storedBytes !== read.bytes.length)
    return { reason: `It has ${read.bytes.length} bytes and 8x8 stored ${storedBytes}. Download it again.` }
  const md5 = md5Of(object)
  if (md5 !== null && createHash('md5').update(read.bytes).digest('hex') !== md5)
    return { reason: 'Its MD5 is not the one that 8x8 names. Download it again.' }
  return read
}
