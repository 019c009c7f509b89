import { createHash } from 'node:crypto'
import { lstat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { archivedMessage, type ArchivedMessage } from '../../shared/archives/model.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import { systemCode } from '../files/diskErrors.ts'
import { readPlainFile } from '../files/readPlainFile.ts'
import { walkWhole } from '../files/walkFolder.ts'
import { holdsBag } from './holdsBag.ts'
import { parseBagInfo, type BagInfo } from './bagInfo.ts'
import { voicemailFolder } from './listing.ts'

export type ReadBag = {
  /** Empty for a bag that is not Offhook's. */
  messages: ArchivedMessage[]
  /** Paths inside data/ of all files but the messages' and their playable copies. */
  files: { path: string; bytes: number }[]
  bagInfo: BagInfo
  payloadBytes: number
}

/** Where the messages of a bag are listed, from its root. */
export const listName = `${voicemailFolder}/voicemails.json`
/** A list of more than a hundred thousand messages with long transcripts; a bigger file is not one of ours. */
const maximalList = 256 * 1024 * 1024

/**
 * What is in a bag, as it says itself; nothing is checked but the shape. Throws NOT_FOUND when the folder is not there and
 * ARCHIVE_INVALID when it is not a bag.
 */
export async function readBag(folder: string): Promise<ReadBag> {
  return readFolder(await requireBag(folder))
}

/** The same of what is left of a bag. */
export async function readFolder(bag: string): Promise<ReadBag> {
  const { files } = await readable(bag, () => walkWhole(bag))
  const messages = files.has(listName) ? await readMessages(join(bag, listName)) : []
  const ofMessages = new Set(messages.flatMap(({ file, playable }) => [file, playable?.file ?? file]))
  const payload = [...files].filter((path) => path.startsWith('data/')).toSorted()
  const sized = await Promise.all(payload.map(async (path) => ({ path, bytes: (await lstat(join(bag, path))).size })))
  return {
    messages,
    files: sized
      .filter(({ path }) => !ofMessages.has(path))
      .map(({ path, bytes }) => ({ path: path.slice('data/'.length), bytes })),
    bagInfo: await readBagInfo(bag),
    payloadBytes: sized.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

/** Answers the whole path of a bag. Throws NOT_FOUND when the folder is not there and ARCHIVE_INVALID when it is not a bag. */
export async function requireBag(folder: string): Promise<string> {
  const bag = resolve(folder)
  if (await readable(bag, () => holdsBag(bag))) return bag
  throw new AppError(
    'ARCHIVE_INVALID',
    `${basename(bag) || bag} is not an archive: it has no bagit.txt. Choose the folder that holds bagit.txt.`,
  )
}

/** What bag-info.txt says; nothing when there is none. */
export async function readBagInfo(bag: string): Promise<BagInfo> {
  try {
    return parseBagInfo((await readPlainFile(join(bag, 'bag-info.txt'))).toString('utf8')).info
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}

/** The messages that a bag lists; none when it has no list of ours. */
export async function readMessagesOf(bag: string): Promise<ArchivedMessage[]> {
  return (await readListOf(bag)) ?? []
}

/** The messages that a bag lists, none when it has no list; null when the list is not one of ours, or damaged. */
export async function readListOf(bag: string): Promise<ArchivedMessage[] | null> {
  try {
    return await readList(join(bag, listName))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}

/** Octets of the payload: as Payload-Oxum says it (RFC 8493, section 2.2.2), else counted. */
export async function payloadBytesOf(bag: string, bagInfo: BagInfo): Promise<number> {
  const oxum = bagInfo.find(([label]) => label.toLowerCase() === 'payload-oxum')?.[1]
  const said = /^(\d{1,15})\.\d+$/.exec(oxum ?? '')?.[1]
  if (said !== undefined) return Number(said)
  const { files } = await walkWhole(join(bag, 'data'))
  const sizes = await Promise.all([...files].map(async (path) => (await lstat(join(bag, 'data', path))).size))
  return sizes.reduce((sum, bytes) => sum + bytes, 0)
}

/** The messages of a bag; none when the list is not one of ours. */
export async function readMessages(path: string): Promise<ArchivedMessage[]> {
  return (await readList(path)) ?? []
}

async function readList(path: string): Promise<ArchivedMessage[] | null> {
  if ((await lstat(path)).size > maximalList) return null
  try {
    return z.array(archivedMessage).parse(JSON.parse((await readPlainFile(path)).toString('utf8')))
  } catch (error) {
    if (systemCode(error) !== null) throw error
    return null
  }
}

/** Where the messages of a bag are listed. */
export function messageListOf(bag: string): string {
  return join(bag, listName)
}

/**
 * SHA-256 of the manifest that says what the payload is, in hex: of the strongest where there are several. Who remembers
 * it notices that a bag was sealed again after a change. Throws ARCHIVE_INVALID when there is none.
 */
export async function manifestSha256Of(bag: string): Promise<string> {
  for (const algorithm of ['sha256', 'sha512', 'sha384', 'sha224', 'sha1', 'md5']) {
    const bytes = await readPlainFile(join(bag, `manifest-${algorithm}.txt`)).catch(() => null)
    if (bytes !== null) return createHash('sha256').update(bytes).digest('hex')
  }
  throw new AppError(
    'ARCHIVE_INVALID',
    `${basename(bag)} has no manifest, so it cannot be checked. Choose another folder.`,
  )
}

/** SHA-256 (hex) of the manifest of the tag files, or null when there is none. */
export async function tagmanifestSha256Of(bag: string): Promise<string | null> {
  const bytes = await readPlainFile(join(bag, 'tagmanifest-sha256.txt')).catch(() => null)
  return bytes === null ? null : createHash('sha256').update(bytes).digest('hex')
}

async function readable<T>(bag: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    throw new AppError(
      'NOT_FOUND',
      `The archive folder ${basename(bag)} cannot be read (${code}). Connect the disk it lies on, or add the archive again from where it is now.`,
      { code },
      { cause: error },
    )
  }
}
