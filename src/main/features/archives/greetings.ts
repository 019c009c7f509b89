import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ArchivedGreeting } from '../../../shared/archives/records.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { ListedSound } from '../../archive/audio/listedSound.ts'
import { measureAudio } from '../../archive/audio/probe.ts'
import { greetingFolder } from '../../archive/belongings/greetings.ts'
import { systemCode } from '../../files/diskErrors.ts'
import { hashFile, type HashAlgorithm } from '../../files/hashFile.ts'
import { fileInBag } from './fileInBag.ts'

/** As Offhook names them: a number, the kind, an ending. */
const greetingName = /^(\d{1,4}) (.{1,40})\.[a-z0-9]{1,6}$/
/** A person has four; a folder with more is not one of ours. */
const shownGreetings = 100

type Named = { number: number; kind: string; file: string }

/** The greetings of a bag, in their order; none when it has no folder of them. */
export async function readGreetings(bag: string): Promise<ArchivedGreeting[]> {
  const read = async ({ number, kind, file }: Named): Promise<ArchivedGreeting> => {
    const path = await fileInBag(bag, file)
    const heard = path === null ? null : await hear(path, [])
    return { number, kind, seconds: heard?.seen?.seconds ?? null }
  }
  return Promise.all((await namedIn(bag)).slice(0, shownGreetings).map(read))
}

/** The sound of a greeting by its number. No list says what it is, so the file itself does. Rejects with NOT_FOUND. */
export async function findGreetingSound(bag: string, number: number): Promise<ListedSound> {
  const named = (await namedIn(bag)).find((one) => one.number === number)
  const path = named === undefined ? null : await fileInBag(bag, named.file)
  if (path === null) {
    const sentence = 'This greeting is not in the archive. Verify the archive to see what is missing.'
    throw new AppError('NOT_FOUND', sentence, { number })
  }
  const heard = await hear(path, ['sha256'])
  return {
    path,
    format: heard?.seen?.format ?? 'unlisted',
    seconds: heard?.seen?.seconds ?? 0,
    bytes: heard?.bytes ?? 0,
    sha256: heard?.hashes[0] ?? '',
  }
}

/** Each number once. */
async function namedIn(bag: string): Promise<Named[]> {
  const names = await readdir(join(bag, greetingFolder)).catch((error: unknown) => {
    if (systemCode(error) === null) throw error
    return []
  })
  const found = new Map<number, Named>()
  for (const name of names.toSorted((a, b) => (a < b ? -1 : 1))) {
    const [, digits, kind] = greetingName.exec(name) ?? []
    if (digits === undefined || kind === undefined || Number(digits) < 1 || found.has(Number(digits))) continue
    found.set(Number(digits), { number: Number(digits), kind, file: `${greetingFolder}/${name}` })
  }
  return [...found.values()].toSorted((a, b) => a.number - b.number)
}

/** Null when the disk does not give the file back: whoever plays it then hears why. */
async function hear(path: string, algorithms: readonly HashAlgorithm[]) {
  return hashFile(path, algorithms, (source) => measureAudio(source, basename(path))).catch((error: unknown) => {
    if (systemCode(error) === null) throw error
    return null
  })
}
