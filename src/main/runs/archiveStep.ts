import type { ActionOf } from '../../shared/offboarding/action.ts'
import type { RunProgress } from '../../shared/offboarding/run.ts'
import { writeBag, type WrittenBag } from '../archive/writeBag.ts'
import { readAuditHead } from '../audit/repository.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../db/sql.ts'
import type { PhoneSystem } from '../phoneSystem/port.ts'
import { requireSameListing } from './proof.ts'
import { archiveOf, savedInventoryOf, type RunRow } from './rows.ts'
import { readMessages, saveProofs } from './messageRepository.ts'

export type ArchiveDeps = {
  db: WriteDb
  phoneSystem: PhoneSystem
  clock: Clock
  software: string
  savingThread: string | null
  decodingThread: string | null
}

/** Saves what the listing names and proves it; what was proven before a stop is not written again. */
export async function saveArchive(
  { db, phoneSystem, clock, software, savingThread, decodingThread }: ArchiveDeps,
  run: RunRow,
  action: ActionOf<'archiveVoicemail'>,
  control: { signal: AbortSignal; report(progress: RunProgress): void },
): Promise<WrittenBag> {
  const messages = await readMessages(db, run.id)
  await requireSameListing({ db, phoneSystem }, run, messages)
  return writeBag(
    {
      bag: archiveOf(run),
      inventory: savedInventoryOf(run),
      messages,
      belongings: action.userId === null ? null : await phoneSystem.belongings(action.userId),
      include: action.include,
      custody: {
        operator: run.operator,
        startedAt: run.created_at,
        software,
        source: 'Embedded phone system',
        runId: run.id,
        planHash: run.plan_hash,
        auditHead: readAuditHead(db),
      },
    },
    {
      openAudio: phoneSystem.openAudio,
      onProven: (proofs) => db.writer.alone(() => saveProofs(db, run.id, proofs, clock.now().toISOString())),
      report: (progress) => control.report({ runId: run.id, ...progress }),
      savingThread,
      decodingThread,
      signal: control.signal,
      clock,
    },
  )
}
