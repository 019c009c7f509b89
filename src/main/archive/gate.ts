import { createHash } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { systemCode } from '../files/diskErrors.ts'
import { hashFile, type HashOptions } from '../files/hashFile.ts'
import { inParallel } from '../files/inParallel.ts'
import { createReadBuffers } from '../files/readBuffers.ts'
import { mapInTurns } from '../jobs/mapInTurns.ts'
import type { ListedMessage } from './listing.ts'
import { hashesByPath } from './manifest.ts'
import { describeMessage } from './messageText.ts'
import { provenAtOnce, proveMessage, type GateProblem, type ProveOptions } from './proveMessage.ts'

export type { GateProblem, GateProblemCode } from './proveMessage.ts'

type Manifest = ReadonlyMap<string, string>

const manifestFile = 'manifest-sha256.txt'

/**
 * The only thing that lets a destructive step run. Reads the whole archive from disk again: the manifest must be the one
 * that was recorded when the archive was sealed, every message of the listing must be proven and in it, every message's
 * file must hold that audio, and every other file must be what the manifest says. No problems means proven. Rejects with
 * the signal's reason.
 */
export async function proveArchive(
  bag: string,
  messages: readonly ListedMessage[],
  manifestSha256: string,
  signal?: AbortSignal,
): Promise<GateProblem[]> {
  const manifest = await recordedManifest(bag, manifestSha256)
  if ('code' in manifest) return [manifest]
  const linked = await linkedFolder(bag, manifest)
  if (linked !== null) return [linked]
  const problems: GateProblem[] = []
  const reading = { buffers: createReadBuffers(), ...(signal !== undefined && { signal }) }
  const others = new Map(messages.flatMap((one) => (one.proof === null ? [] : [[one.proof.sha256, one] as const])))
  await inParallel(messages, provenAtOnce, async (listed) => {
    const problem = await proveListed(bag, listed, manifest, { others, ...reading })
    if (problem !== null) problems.push(problem)
  })
  const ofMessages = new Set(messages.map(({ file }) => file))
  const rest = [...manifest].filter(([file]) => !ofMessages.has(file))
  await inParallel(rest, provenAtOnce, async ([file, sha256]) => {
    const problem = await proveFile(bag, file, sha256, reading)
    if (problem !== null) problems.push(problem)
  })
  return problems.toSorted((a, b) => (a.file < b.file ? -1 : 1))
}

async function proveListed(
  bag: string,
  listed: ListedMessage,
  manifest: Manifest,
  options: ProveOptions,
): Promise<GateProblem | null> {
  const { proof, file, message } = listed
  if (proof === null || proof.sha256 !== message.sha256 || proof.bytes !== message.bytes)
    return { code: 'NOT_PROVEN', file, message: `There is no proof of ${describeMessage(message)}.` }
  if (manifest.get(file) !== proof.sha256)
    return { code: 'NOT_LISTED', file, message: `The manifest does not have the file of ${describeMessage(message)}.` }
  return proveMessage(bag, { ...listed, proof }, options)
}

/** Pages, tables and greetings: whatever the sealed manifest names. Its paths are ours, because its hash is. */
async function proveFile(bag: string, file: string, sha256: string, reading: HashOptions): Promise<GateProblem | null> {
  try {
    const { hashes } = await hashFile(join(bag, file), ['sha256'], () => null, reading)
    return hashes[0] === sha256 ? null : { code: 'CHANGED', file, message: `The file ${file} is not what was saved.` }
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    return code === 'ENOENT'
      ? { code: 'MISSING', file, message: `The file ${file} is not in the archive.` }
      : { code: 'UNREADABLE', file, message: `The file ${file} cannot be read (${code}).` }
  }
}

async function recordedManifest(bag: string, manifestSha256: string): Promise<Manifest | GateProblem> {
  const problem = (code: GateProblem['code'], message: string): GateProblem => ({ code, file: manifestFile, message })
  let text: Buffer
  try {
    text = await readFile(join(bag, manifestFile))
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    return problem(
      'MANIFEST_MISSING',
      `The archive's manifest cannot be read (${code}); the archive is not where it was saved, or not whole. Connect the disk or network share that it lies on.`,
    )
  }
  if (createHash('sha256').update(text).digest('hex') !== manifestSha256)
    return problem(
      'MANIFEST_CHANGED',
      "The archive's manifest is not the one that was recorded when the archive was sealed.",
    )
  return hashesByPath(text.toString('utf8'))
}

/** A link in place of one of our folders would prove files that lie elsewhere and can go with that place. */
async function linkedFolder(bag: string, manifest: Manifest): Promise<GateProblem | null> {
  for (const folder of await foldersOf(manifest)) {
    const found = await lstat(join(bag, folder)).catch(() => null)
    if (found?.isSymbolicLink() === true)
      return {
        code: 'UNREADABLE',
        file: folder,
        message: `The folder ${folder} of the archive is a link and not a folder.`,
      }
  }
  return null
}

/** Every folder of the payload, the outermost first. */
async function foldersOf(manifest: Manifest): Promise<string[]> {
  const folders = new Set<string>()
  for (const inner of new Set(await mapInTurns([...manifest.keys()], dirname))) {
    for (let folder = inner; folder !== '.' && !folders.has(folder); folder = dirname(folder)) folders.add(folder)
  }
  return [...folders].toSorted()
}
