import { extname } from 'node:path'
import { isAudio } from '../audioEndings.ts'
import type { Letter } from './letter.ts'

/** Some servers name the file not at all. */
const endingOfType: Readonly<Record<string, string>> = {
  'audio/x-wav': '.wav',
  'audio/wav': '.wav',
  'audio/wave': '.wav',
  'audio/vnd.wave': '.wav',
  'audio/mpeg': '.mp3',
  'audio/mp3': '.mp3',
  'audio/ogg': '.ogg',
  'audio/x-gsm': '.gsm',
  'audio/gsm': '.gsm',
  'audio/basic': '.au',
  'audio/amr': '.amr',
  'audio/mp4': '.m4a',
  'audio/x-m4a': '.m4a',
}

export type Recording = Letter['attachments'][number]

/**
 * Attachments that say to be audio, or whose name does. Those of one name with different endings are formats of one
 * recording; one whose whole name was there before is another recording.
 */
export function recordingsOf({ attachments }: Letter): Recording[][] {
  const seen = new Map<string, number>()
  const recordings = new Map<string, Recording[]>()
  for (const audio of attachments.filter(isRecording)) {
    const name = nameOf(audio)
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    const recording = `${before}/${name.slice(0, -extname(name).length)}`
    recordings.set(recording, [...(recordings.get(recording) ?? []), audio])
  }
  return [...recordings.values()]
}

/** The name of an attachment, with the ending that its type stands for where it has none. */
export function nameOf({ name, type }: Recording): string {
  if (extname(name) !== '') return name
  return `${name === '' ? 'recording' : name}${endingOfType[type] ?? '.wav'}`
}

function isRecording({ name, type }: Recording): boolean {
  return type.startsWith('audio/') || isAudio(name)
}
