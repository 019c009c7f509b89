import { join } from 'node:path'
import type { VoicemailId } from '../../shared/ids.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import type { Archivable } from '../../shared/offboarding/choices.ts'
import type { SavedInventory } from '../../shared/offboarding/inventory.ts'
import { subjectOf } from '../../shared/offboarding/subjectOf.ts'
import type { Clock } from '../clock.ts'
import { isDiskFull, readableBytes, toFolderError } from '../files/diskErrors.ts'
import { flushFolder } from '../files/flushFolder.ts'
import { requireRoom } from '../files/room.ts'
import type { AudioStream, Belongings } from '../phoneSystem/port.ts'
import { auditHeadLabel, formatAuditHead } from './auditHead.ts'
import { writeBagFile, type BagFile } from './bagFile.ts'
import type { BagInfo } from './bagInfo.ts'
import { greetingFolder } from './belongings/greetings.ts'
import { custodyJson, type Custody, type Saved } from './belongings/json.ts'
import { voicemailsJson } from './belongings/voicemailsJson.ts'
import { extensionsOf, voicemailFolder, type ListedMessage, type Proof } from './listing.ts'
import { archivePage } from './page/page.ts'
import { needsCopy } from './playable/copies.ts'
import { writePlayableCopies } from './playable/writeCopies.ts'
import { prepareFolder } from './prepareFolder.ts'
import { createSaveProgress, type BagProgress, type SaveProgress } from './progress.ts'
import type { Proven } from './proveMessage.ts'
import { diskFull, neededBytes, noRoomForArchive, roomKeeper } from './room.ts'
import { saveMessages } from './saveMessages.ts'
import { seal, type Sealed } from './seal.ts'
import { writeBelongings } from './writeBelongings.ts'

export type BagRequest = {
  /** Absolute path of the bag's folder. */
  bag: string
  inventory: SavedInventory
  messages: readonly ListedMessage[]
  /** Null when the archive is about nobody. */
  belongings: Belongings | null
  include: readonly Archivable[]
  custody: Custody
}

export type BagIo = {
  openAudio(id: VoicemailId): Promise<AudioStream>
  /** Told once for each message, when its file has been read back; then a later try need not save it again. */
  onProven(messages: readonly ({ position: number } & Proof)[]): Promise<void>
  report(progress: BagProgress): void
  /** The built script of the threads that write messages; without it this thread does. */
  savingThread: string | null
  /** The built script of the threads that decode for playable copies; without it this thread does. */
  decodingThread: string | null
  signal: AbortSignal
  clock: Clock
}

export type WrittenBag = Sealed & { payloadFiles: number; payloadBytes: number }

/**
 * Writes and seals the bag, or goes on where an earlier try stopped: messages whose proof holds on disk are not written
 * again. Nothing that is proven is ever lost. Throws CANCELLED, DISK_FULL, FILE_PROBLEM (a source is not as listed, or the
 * folder cannot be written) and CONFLICT (the folder holds another archive); each says how to go on.
 */
export async function writeBag(request: BagRequest, io: BagIo): Promise<WrittenBag> {
  const progress = createSaveProgress(request.messages, io.report)
  try {
    return await write(request, io, progress)
  } catch (error) {
    throw toKnown(error, request, io.signal, progress)
  }
}

async function write(request: BagRequest, io: BagIo, progress: SaveProgress): Promise<WrittenBag> {
  const { bag, inventory, messages, include, custody } = request
  io.signal.throwIfAborted()
  const unfinishedRemoved = await prepareFolder(bag, {
    runId: custody.runId,
    withGreetings: include.includes('greetings'),
    withCopies: messages.some(needsCopy),
    proven: messages.filter(({ proof }) => proof !== null).length,
  })
  await requireRoom(bag, neededBytes(messages, inventory), noRoomForArchive)
  const proven = await saveMessages(bag, messages, {
    ...io,
    keepRoom: roomKeeper(bag, request),
    onKept: progress.kept,
    onSaved: progress.saved,
    onProven: async (proofs) => {
      await io.onProven(proofs)
      progress.proven(proofs.length)
    },
  })
  const copies = await writePlayableCopies(bag, proven, {
    ...io,
    software: custody.software,
    onCopied: progress.copied,
  })
  const written = await writeBelongings({ ...request, savedAt: io.clock.now() }, progress.wrote, io.signal)
  const saved = { counts: written.counts, provenBefore: progress.provenBefore(), unfinishedRemoved, copies }
  const files = [...written.files, ...(await writeLists(request, proven, saved, io))]
  const page = {
    inventory,
    messages: proven,
    custody,
    savedAt: io.clock.now().toISOString(),
    calls: written.calls,
    copies,
    files,
  }
  files.push(await writeBagFile(bag, 'data/index.html', archivePage(page), io.signal))
  await flushFolder(join(bag, voicemailFolder))
  if (include.includes('greetings')) await flushFolder(join(bag, greetingFolder))
  await flushFolder(join(bag, 'data'))
  const payload = [...proven.map(({ file, proof }) => ({ path: file, ...proof })), ...copies.made.values(), ...files]
  const payloadBytes = payload.reduce((sum, one) => sum + one.bytes, 0)
  const info = bagInfo(request, io.clock.now(), payload.length, payloadBytes)
  return { ...(await seal(bag, payload, info)), payloadFiles: payload.length, payloadBytes }
}

async function writeLists(
  { bag, inventory, custody }: BagRequest,
  proven: readonly Proven[],
  saved: Saved,
  { clock, signal }: BagIo,
): Promise<BagFile[]> {
  const now = clock.now().toISOString()
  return [
    await writeBagFile(
      bag,
      `${voicemailFolder}/voicemails.json`,
      voicemailsJson(proven, extensionsOf(inventory), saved.copies),
      signal,
    ),
    await writeBagFile(bag, 'data/custody.json', [custodyJson(inventory, proven, custody, saved, now)], signal),
  ]
}

function bagInfo({ inventory, custody }: BagRequest, now: Date, files: number, bytes: number): BagInfo {
  return [
    ['Source-Organization', custody.source],
    ['Contact-Name', custody.operator],
    ['External-Description', descriptionOf(inventory)],
    ['External-Identifier', custody.runId],
    ['Bagging-Date', now.toISOString().slice(0, 10)],
    ['Bag-Size', readableBytes(bytes)],
    ['Payload-Oxum', `${bytes}.${files}`],
    ['Bag-Software-Agent', custody.software],
    ...(custody.auditHead === null ? [] : [[auditHeadLabel, formatAuditHead(custody.auditHead)] as [string, string]]),
  ]
}

function descriptionOf(inventory: SavedInventory): string {
  const { kind, name, extension } = subjectOf(inventory)
  switch (kind) {
    case 'person':
      return `Voicemails and other data of ${name}${extension === null ? '' : `, extension ${extension}`}, saved before offboarding`
    case 'extension':
      return `Voicemails of extension ${extension}, saved before a number was released`
    case 'messages':
      return `${name}, as chosen`
  }
}

function toKnown(error: unknown, { bag, messages }: BagRequest, signal: AbortSignal, progress: SaveProgress): unknown {
  if (error instanceof AppError) return error
  const { proven, missing } = progress.state()
  if (isDiskFull(error)) return diskFull(bag, { messages: proven, of: messages.length, missing })
  if (!signal.aborted)
    return toFolderError(error, 'the archive folder', `${proven} of ${messages.length} messages are saved and proven.`)
  return new AppError(
    'CANCELLED',
    `Saving was stopped. ${proven} of ${messages.length} messages are saved and proven; continue to save the rest.`,
    { proven, of: messages.length },
  )
}
