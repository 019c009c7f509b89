import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BagProblem, BagWarning } from '../../../shared/archives/model.ts'
import type { UnreadFolder } from '../../files/walkFolder.ts'
import type { Declaration } from './declaration.ts'

/** A bag that is being judged: what lies there, and what was found so far. */
export type Reading = {
  bag: string
  files: ReadonlySet<string>
  folders: ReadonlySet<string>
  /** Folders that could not be looked into. */
  unread: readonly UnreadFolder[]
  declaration: Declaration
  problems: BagProblem[]
  warnings: BagWarning[]
}

/** RFC 8493 is stricter than the drafts before it. */
export function isStrict({ declaration }: Reading): boolean {
  return declaration.version === '1.0'
}

/** A broken rule: of RFC 8493 only where it was none before, so that an older bag gets a warning. */
export function noteSince10(reading: Reading, problem: BagProblem, warning: BagWarning['code']): void {
  if (isStrict(reading)) reading.problems.push(problem)
  else reading.warnings.push({ ...problem, code: warning })
}

/** The text of a tag file in the encoding of the bag; null, with the problem noted, when it cannot be read so. */
export async function readTagFile(reading: Reading, file: string): Promise<string | null> {
  const { bag, declaration, problems } = reading
  try {
    const bytes = await readFile(join(bag, file))
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
      const message = `${file} begins with a byte order mark.`
      noteSince10(reading, { code: 'TAG_FILE_INVALID', file, line: 1, message }, 'BYTE_ORDER_MARK')
    }
    return declaration.decode(bytes)
  } catch {
    const message = `${file} cannot be read in the encoding that bagit.txt names (${declaration.encoding}).`
    problems.push({ code: /manifest-/.test(file) ? 'MANIFEST_INVALID' : 'TAG_FILE_INVALID', file, message })
    return null
  }
}
