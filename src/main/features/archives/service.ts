import { lstat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ArchiveContent, ArchiveRow, Verification } from '../../../shared/archives/model.ts'
import { archiveId, type ArchiveId } from '../../../shared/ids.ts'
import type { AuditAction } from '../../../shared/audit/actions.ts'
import { appendAudit } from '../../audit/repository.ts'
import type { Clock, Ids } from '../../clock.ts'
import type { WriteDb } from '../../db/sql.ts'
import type { MediaFile } from '../../desktop.ts'
import { manifestSha256Of, readBag } from '../../archive/readBag.ts'
import { verifyBag, type VerifyOptions } from '../../archive/verifyBag.ts'
import { createAudioFinder } from './audio.ts'
import { describeBag } from './describeBag.ts'
import {
  findArchiveAt,
  forgetArchive,
  insertArchive,
  listArchives,
  readArchive,
  rememberVerification,
  type StoredArchive,
} from './repository.ts'

type Given = { db: WriteDb; clock: Clock; ids: Ids; operator: () => { name: string } }
export type Archives = ReturnType<typeof createArchives>

/** The list of archives: those that runs made, and bags that were added. The folders themselves are never changed. */
export function createArchives({ db, clock, ids, operator }: Given) {
  const findAudio = createAudioFinder()
  const commit = (
    action: AuditAction,
    { personName, path }: Pick<StoredArchive, 'personName' | 'path'>,
    detail: object,
    change: () => void,
  ): void =>
    db
      .transaction(() => {
        change()
        const event = { operator: operator().name, action, subject: personName, detail: { path, ...detail } }
        appendAudit(db, clock, event)
      })
      .immediate()
  return {
    list: (): Promise<ArchiveRow[]> => Promise.all(listArchives(db).map(withPresence)),
    /** Throws NOT_FOUND, and ARCHIVE_INVALID when the folder is not a bag any more. */
    open: (id: ArchiveId): Promise<ArchiveContent> => openArchive(readArchive(db, id)),
    verify: async (id: ArchiveId, options: VerifyOptions): Promise<Verification> => {
      const archive = readArchive(db, id)
      const verification = await verifyArchive(archive, options)
      const verdict = verification.valid ? 'valid' : 'damaged'
      commit('archive.verify', archive, { verification: verdict, problems: verification.problems.length }, () =>
        rememberVerification(db, id, verdict, clock.now().toISOString()),
      )
      return verification
    },
    folderOf: (id: ArchiveId): string => readArchive(db, id).path,
    /** Remembers a bag; one that is in the list already stays as it is. Throws NOT_FOUND and ARCHIVE_INVALID. */
    add: async (folder: string): Promise<ArchiveRow> => {
      const path = resolve(folder)
      const known = findArchiveAt(db, path)
      if (known !== null) return withPresence(known)
      const id = archiveId.parse(ids.next())
      const described = { id, path, ...(await describe(path, clock.now())) }
      commit('archive.add', described, { manifestSha256: described.manifestSha256 }, () => insertArchive(db, described))
      return withPresence(readArchive(db, id))
    },
    forget: (id: ArchiveId): void => commit('archive.forget', readArchive(db, id), {}, () => forgetArchive(db, id)),
    /** For media://archive/ARCHIVE/MESSAGE. Throws NOT_FOUND. */
    audioOf: async (id: string, messageId: string): Promise<MediaFile> =>
      findAudio(readArchive(db, archiveId.parse(id)).path, messageId),
  }
}

async function withPresence(archive: StoredArchive): Promise<ArchiveRow> {
  const present = await lstat(join(archive.path, 'bagit.txt')).then(
    (stats) => stats.isFile(),
    () => false,
  )
  return { ...archive, present }
}

async function openArchive(stored: StoredArchive): Promise<ArchiveContent> {
  const [{ messages, files, bagInfo }, archive] = await Promise.all([readBag(stored.path), withPresence(stored)])
  return { archive, messages, files, bagInfo }
}

/** A bag that was changed and sealed again is sound by itself; it is still not the one that is remembered. */
async function verifyArchive(archive: StoredArchive, options: VerifyOptions): Promise<Verification> {
  const verification = await verifyBag(archive.path, options)
  const manifest = await manifestSha256Of(archive.path).catch(() => null)
  if (manifest === null || manifest === archive.manifestSha256) return verification
  const message =
    'The manifest is not the one that was recorded when this archive was saved or added: the archive was changed and sealed again.'
  return {
    ...verification,
    valid: false,
    problems: [{ code: 'MANIFEST_INVALID', file: 'manifest-sha256.txt', message }, ...verification.problems],
  }
}

async function describe(path: string, now: Date) {
  const bag = await readBag(path)
  const manifestSha256 = await manifestSha256Of(path)
  const { personName, extension, createdAt } = await describeBag(path, bag)
  return {
    personName,
    extension,
    createdAt: createdAt ?? now.toISOString(),
    messages: bag.messages.length,
    bytes: bag.payloadBytes,
    manifestSha256,
  }
}
