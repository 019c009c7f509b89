import { readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { sha256 } from '../../shared/ids.ts'
import { problem } from './findings.ts'
import type { AuditProblem } from '../../shared/audit/verification.ts'
import type { Clock } from '../clock.ts'
import { commitWhenFree } from '../db/commitWhenFree.ts'
import type { ReadDb, WriteDb } from '../db/sql.ts'
import { saveFile } from '../files/savedFile.ts'
import type { Logger } from '../log/logger.ts'
import type { Anchor } from './anchors.ts'
import {
  appendAudit,
  isHeadFileKept,
  noteHeadFile,
  readAuditHead,
  readLinkAt,
  type AuditEvent,
  type AuditLink,
} from './repository.ts'
import { walkChain } from './walkChain.ts'

const fileName = 'audit-head.json'
/** An entry is younger than this when a kill may keep it out of the head file. */
const everyMilliseconds = 1000
/** So many entries are a few milliseconds. */
const walkedAtOnce = 2000
const headFile = z.object({ seq: z.int().min(1), hash: sha256 })

type Given = { db: WriteDb; clock: Clock; dataFolder: string; log: Logger }

export type HeadKeeper = {
  /** Whether the file was gone when it was to be written, since the start: by now it is there again. */
  foundMissing(): Promise<boolean>
  /** Writes what is left and stops. */
  close(): Promise<void>
}

/**
 * Keeps the number and hash of the newest entry in a file beside the database, whole at every instant. It only ever goes
 * forward along the same chain: a head that the chain no longer has stays in the file as evidence. Where
 * the file is gone, the chain tells of it before it is written anew.
 */
export function keepHead({ db, clock, dataFolder, log }: Given): HeadKeeper {
  let written = 0
  let missed = false
  let told = false
  let writing = clearPartials(dataFolder)
  const write = async (): Promise<void> => {
    const last = readAuditHead(db)
    if (last === null || last.seq === written) return
    const known = await readHead(dataFolder)
    if (known === 'unreadable' || (known !== null && !(await leadsTo(db, known, last)))) return
    const kept = isHeadFileKept(db)
    if (known === null && kept) {
      missed = true
      // Once, also where a full disk does not let it be written for hours.
      if (!told) await commitWhenFree(db, () => appendAudit(db, clock, missing(last)))
      told = true
    }
    // Not a newer one, which was not looked at.
    const head = known === null ? (readAuditHead(db) ?? last) : last
    if (known?.seq !== head.seq) await saveFile(join(dataFolder, fileName), [`${JSON.stringify(head)}\n`])
    if (!kept) await commitWhenFree(db, () => noteHeadFile(db, clock))
    told = false
    written = head.seq
  }
  const next = (): Promise<void> => {
    writing = writing.then(write).catch((error: unknown) => log.warn('audit head not written', { error }))
    return writing
  }
  void next()
  const timer = setInterval(() => void next(), everyMilliseconds).unref()
  return {
    foundMissing: async () => {
      await writing
      return missed
    },
    close: async () => {
      clearInterval(timer)
      await next()
    },
  }
}

/** Takes away what a kill left half. Another process that is writing just then does so again a second later. */
async function clearPartials(dataFolder: string): Promise<void> {
  const names = await readdir(dataFolder).catch(() => [])
  const halves = names.filter((name) => name.startsWith(`${fileName}.`) && name.endsWith('.partial'))
  for (const name of halves) await rm(join(dataFolder, name), { force: true }).catch(() => undefined)
}

function missing({ seq }: AuditLink): AuditEvent {
  return { operator: 'Offhook', action: 'audit.headFileMissing', subject: fileName, detail: { lastEntry: seq } }
}

/** What the head file knows, for a verification; and that it was or is gone, where it had been there. */
export async function headFileAnchor(
  db: ReadDb,
  dataFolder: string,
  keeper: Pick<HeadKeeper, 'foundMissing'>,
): Promise<{ anchors: Anchor[]; problems: AuditProblem[] }> {
  const missed = await keeper.foundMissing()
  const head = await readHead(dataFolder)
  if (missed || (head === null && isHeadFileKept(db))) {
    const message = `The file ${fileName} was gone from beside the database, so it cannot show whether the end was cut off.`
    return { anchors: [], problems: [problem('anchorMissing', 0, 0, message)] }
  }
  if (head === null) return { anchors: [], problems: [] }
  if (head === 'unreadable') {
    const message = `The file ${fileName} beside the database cannot be read, so it cannot show whether the end was cut off.`
    return { anchors: [], problems: [problem('anchorUnreadable', 0, 0, message)] }
  }
  return { anchors: [{ ...head, source: `the file ${fileName}` }], problems: [] }
}

async function readHead(dataFolder: string): Promise<AuditLink | 'unreadable' | null> {
  try {
    const text = await readFile(join(dataFolder, fileName), 'utf8')
    return headFile.parse(JSON.parse(text))
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : 'unreadable'
  }
}

/** Whether the chain still has a link, and each entry from there to its head follows the one before. */
async function leadsTo(db: ReadDb, { seq, hash }: AuditLink, head: AuditLink): Promise<boolean> {
  const link = readLinkAt(db, seq)
  if (seq > head.seq || link?.seq !== seq || link.hash !== hash) return false
  for (let after = seq; after < head.seq; after += walkedAtOnce) {
    if (walkChain(db, { after, upTo: Math.min(after + walkedAtOnce, head.seq) }).faultCount > 0) return false
    await nextTurn()
  }
  return true
}
