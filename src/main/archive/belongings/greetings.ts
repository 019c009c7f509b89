import { extname, join } from 'node:path'
import { AppError } from '../../../shared/ipc/errors.ts'
import { safeName } from '../../files/safeName.ts'
import { hashFile } from '../../files/hashFile.ts'
import type { GreetingEntry } from '../../phoneSystem/port.ts'
import { measureAudio } from '../audio/probe.ts'
import { writeBagFile, type BagFile } from '../bagFile.ts'

export const greetingFolder = 'data/greetings'

/** Saves a greeting under its number and kind. Throws FILE_PROBLEM when its source is not what the system listed. */
export async function writeGreeting(
  bag: string,
  greeting: GreetingEntry,
  position: number,
  signal: AbortSignal,
): Promise<BagFile> {
  const kind = safeName(greeting.kind, 40)
  const extension = extname(greeting.fileName).toLowerCase()
  const name = `${String(position).padStart(2, '0')} ${kind}${/^\.[a-z0-9]{1,6}$/.test(extension) ? extension : '.audio'}`
  const audio = await greeting.audio()
  const file = await writeBagFile(bag, `${greetingFolder}/${name}`, audio.chunks, signal)
  const whole = file.bytes === audio.bytes && (audio.sha256 === null || audio.sha256 === file.sha256)
  const heard = await hashFile(join(bag, file.path), [], (source) => measureAudio(source, name))
  if (whole && heard.seen !== null) return file
  throw new AppError(
    'FILE_PROBLEM',
    `The greeting "${greeting.kind}" ${whole ? 'is not audio' : 'is not what the phone system listed'}. Import it again from where it came, which repairs it, or leave greetings out of the archive.`,
    { greeting: greeting.id },
  )
}
