import { AppError } from '../../../../../shared/ipc/errors.ts'
import { onDisk } from '../../../../files/room.ts'
import { isAudio } from '../audioEndings.ts'
import { openExport, type ExportFile, type ExportFiles } from '../exportFiles.ts'
import { jsonText } from '../jsonText.ts'
import type { LeftOut, ListedMailbox, OpenedSource, SourceItem, VoicemailSource } from '../source.ts'
import { parseObjects, type StoredObject } from './object.ts'
import { mailboxOf, readObject } from './readObject.ts'

/** Bulk downloads of 8x8's Cloud Storage Service beside the JSON of their objects, region by region. */
export const eightByEight: VoicemailSource = {
  kind: '8x8',
  detect: async (path) => {
    try {
      const opened = await openExport(path)
      const { objects } = await objectsOf(opened)
      await opened.close()
      return objects.length > 0
    } catch {
      return false
    }
  },
  open: async (path, { signal }) => {
    const opened = await openExport(path, signal)
    try {
      return await listed(opened, signal)
    } catch (error) {
      await opened.close()
      throw error
    }
  },
}

const isVoicemail = ({ type }: StoredObject): boolean => /^(callcenter)?voicemail$/i.test(type)

async function listed(opened: ExportFiles, signal: AbortSignal): Promise<OpenedSource> {
  const { files, refused, torn, close } = opened
  const { objects, damaged } = await objectsOf(opened, signal)
  if (objects.length === 0)
    throw new AppError(
      'IMPORT_REJECTED',
      'There is no JSON of 8x8 objects in it. Put the answers of the object search beside the zips of the bulk download.',
    )
  const voicemail = objects.filter(isVoicemail)
  const find = findAudio(files)
  const findRefused = findAudio(refused)
  const mailboxes = new Map<string, ListedMailbox>()
  for (const object of voicemail) {
    const mailbox = mailboxOf(object)
    const before = mailboxes.get(mailbox.name)
    const bytes = onDisk(find(object)?.bytes ?? object.storedBytes ?? 0)
    mailboxes.set(mailbox.name, {
      mailbox,
      messages: (before?.messages ?? 0) + 1,
      bytes: (before?.bytes ?? 0) + bytes,
    })
  }
  async function* items(): AsyncGenerator<SourceItem> {
    for (const one of [...torn, ...refused]) yield { kind: 'unreadable', ...one, messages: 0 }
    for (const one of damaged) yield { kind: 'unreadable', ...one }
    const others = objects.length - voicemail.length
    if (others > 0)
      yield {
        kind: 'skipped',
        file: 'objects',
        reason: `${others} objects are no voicemail: recordings and others.`,
        messages: 0,
      }
    for (const object of voicemail) yield readObject(object, find(object), findRefused(object))
    yield* unnamed(files, new Set(objects.map(find)))
  }
  return { listed: [...mailboxes.values()], fields: [], items, close }
}

/** Audio that no object names: a search answers a page at a time, and a page may be missing. */
function* unnamed(files: ExportFiles['files'], named: ReadonlySet<ExportFile | null>): Generator<SourceItem> {
  const names = new Set([...named].map((file) => (file === null ? '' : plain(file.name))))
  const reason = 'No object names this file. Put the answers of all pages of the object search beside the zips.'
  for (const { name } of files)
    if (isAudio(name) && !names.has(plain(name))) yield { kind: 'skipped', file: name, reason, messages: 1 }
}

/** All objects, each once: regions and pages overlap. damaged: what of the JSON cannot be read. */
async function objectsOf(
  { files }: ExportFiles,
  signal?: AbortSignal,
): Promise<{ objects: StoredObject[]; damaged: LeftOut[] }> {
  const found = new Map<string, StoredObject>()
  const damaged: LeftOut[] = []
  for (const file of files) {
    if (!file.name.toLowerCase().endsWith('.json')) continue
    signal?.throwIfAborted()
    const read = await file.read()
    const parsed = 'bytes' in read ? parseObjects(jsonText(read.bytes)) : null
    if ('reason' in read) damaged.push({ file: file.name, reason: read.reason, messages: 0 })
    if (parsed === 'torn')
      damaged.push({ file: file.name, reason: 'It is no whole JSON. Save the answer again.', messages: 0 })
    else if (parsed !== null) {
      for (const object of parsed.objects) found.set(object.id, object)
      if (parsed.bad > 0)
        damaged.push({ file: file.name, reason: `${parsed.bad} objects in it are damaged.`, messages: parsed.bad })
    }
  }
  return { objects: [...found.values()], damaged }
}

/**
 * Finds the file of an object. Entries are named by objectName, which holds ":" and "+": tools that unpack on Windows
 * write other letters for them, so names are compared without what a file system may not hold.
 */
function findAudio<File extends { name: string }>(files: readonly File[]): (object: StoredObject) => File | null {
  const byName = new Map<string, File>()
  for (const file of files) {
    byName.set(plain(file.name), file)
    byName.set(plain(file.name.slice(file.name.lastIndexOf('/') + 1)), file)
  }
  return ({ objectName, id }) =>
    byName.get(plain(objectName)) ??
    byName.get(plain(objectName.slice(objectName.lastIndexOf('/') + 1))) ??
    byName.get(plain(id)) ??
    null
}

function plain(name: string): string {
  return decoded(name).replaceAll(/[:+_\s-]/g, '')
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
