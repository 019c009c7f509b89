import { lstat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { toReadError } from '../../../files/diskErrors.ts'
import { openZip, type ReadZip } from '../../../files/readZip.ts'
import { walkFolder } from '../../../files/walkFolder.ts'
import { linkLeftOut, notRead } from './leftOut.ts'
import type { AudioRead, Left } from './source.ts'
import { bytesOf, readStable } from './stableRead.ts'

/** A file of an export, in one of its zips or unpacked. name: with forward slashes, inside of the export. */
export type ExportFile = { readonly name: string; readonly bytes: number; read(): Promise<AudioRead> }

/** What is in an export and not opened. name: as of a file. */
export type RefusedFile = Left & { readonly name: string }

export type ExportFiles = {
  /** A name comes more than once where two exports, of two half-years perhaps, lie in one folder. */
  readonly files: readonly ExportFile[]
  readonly refused: readonly RefusedFile[]
  /** Zips that are no whole ones, and what cannot be read. */
  readonly torn: readonly Left[]
  close(): Promise<void>
}

/**
 * The files of an export: of one zip, or of a folder with the zips in it, however deep, and what is unpacked there. Nothing
 * is unpacked to the disk. A zip of a folder that cannot be opened keeps nothing else from being read. Throws FILE_PROBLEM,
 * IMPORT_REJECTED where no zip can be opened.
 */
export async function openExport(path: string, signal?: AbortSignal): Promise<ExportFiles> {
  const zips: ReadZip[] = []
  const files: ExportFile[] = []
  const refused: RefusedFile[] = []
  const torn: Left[] = []
  let cause: AppError | null = null
  const addZip = async (file: string, shown: string): Promise<void> => {
    const zip = await openZip(file, signal)
    zips.push(zip)
    refused.push(...zip.refused.map(({ name, reason }) => ({ name, file: `${shown}: ${name}`, reason })))
    for (const entry of zip.entries) files.push(inZip(zip, entry))
  }
  const tryZip = async (file: string, shown: string): Promise<void> => {
    try {
      await addZip(file, shown)
    } catch (error) {
      if (!(error instanceof AppError) || signal?.aborted === true) throw error
      cause ??= error
      torn.push({ file: shown, reason: error.message })
    }
  }
  const close = async (): Promise<void> => zips.forEach((zip) => zip.close())
  try {
    if ((await kindOf(path)) === 'file') await addZip(path, basename(path))
    else {
      const walked = await walkFolder(path)
      const names = [...walked.files].toSorted()
      for (const name of names.filter(isZip)) await tryZip(join(path, ...name.split('/')), name)
      for (const name of names) if (!isZip(name)) files.push(await onDisk(path, name))
      torn.push(...notRead(walked.unread).map(({ file, reason }) => ({ file, reason })))
      refused.push(...walked.strange.map((name) => ({ name, file: name, reason: linkLeftOut })))
    }
    if (cause !== null && zips.length === 0 && files.every(({ name }) => isJson(name))) throw cause
    return { files, refused, torn, close }
  } catch (error) {
    await close()
    throw error
  }
}

function isZip(name: string): boolean {
  return name.toLowerCase().endsWith('.zip')
}

function isJson(name: string): boolean {
  return name.toLowerCase().endsWith('.json')
}

async function kindOf(path: string): Promise<'file' | 'folder'> {
  try {
    return (await lstat(path)).isDirectory() ? 'folder' : 'file'
  } catch (cause) {
    throw toReadError(cause, path)
  }
}

function inZip(zip: ReadZip, entry: ReadZip['entries'][number]): ExportFile {
  return {
    name: entry.name,
    bytes: entry.bytes,
    read: async () => {
      const read = await zip.read(entry)
      return 'bytes' in read ? { ...read, modifiedAt: entry.modifiedAt } : read
    },
  }
}

async function onDisk(folder: string, name: string): Promise<ExportFile> {
  const path = join(folder, ...name.split('/'))
  return { name, bytes: await bytesOf(path), read: async () => readStable(path) }
}
