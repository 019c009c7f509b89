import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256 } from '../../shared/ids.ts'
import { problem } from './findings.ts'
import type { AuditProblem } from '../../shared/audit/verification.ts'
import type { ReadDb } from '../db/sql.ts'
import { saveFile } from '../files/savedFile.ts'
import type { Logger } from '../log/logger.ts'
import type { Anchor } from './anchors.ts'
import { readAuditHead, readLinkAt, type AuditLink } from './repository.ts'

const fileName = 'audit-head.json'
/** An entry is younger than this when a kill may keep it out of the head file. */
const everyMilliseconds = 1000
const headFile = z.object({ seq: z.int().min(1), hash: sha256 })

export type HeadKeeper = {
  /** Writes what is left and stops. */
  close(): Promise<void>
}

/**
 * Keeps the number and hash of the newest entry in a file beside the database, whole at every instant. It only ever goes
 * forward along the same chain: a head that the chain no longer has stays in the file as evidence.
 */
export function keepHead(db: ReadDb, dataFolder: string, log: Logger): HeadKeeper {
  let written = 0
  let writing = Promise.resolve()
  const write = async (): Promise<void> => {
    const head = readAuditHead(db)
    if (head === null || head.seq === written) return
    const known = await readHead(dataFolder)
    if (known === 'unreadable' || (known !== null && !leadsTo(db, known, head))) return
    if (known?.seq !== head.seq) await saveFile(join(dataFolder, fileName), [`${JSON.stringify(head)}\n`])
    written = head.seq
  }
  const next = (): Promise<void> => {
    writing = writing
      .then(write)
      .catch((error: unknown) => log.warn('audit head not written', { error: String(error) }))
    return writing
  }
  void next()
  const timer = setInterval(() => void next(), everyMilliseconds).unref()
  return {
    close: async () => {
      clearInterval(timer)
      await next()
    },
  }
}

/** What the head file knows, for a verification. */
export async function headFileAnchor(dataFolder: string): Promise<{ anchors: Anchor[]; problems: AuditProblem[] }> {
  const head = await readHead(dataFolder)
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

function leadsTo(db: ReadDb, { seq, hash }: AuditLink, head: AuditLink): boolean {
  const link = readLinkAt(db, seq)
  return seq <= head.seq && link?.seq === seq && link.hash === hash
}
