import { closeSync, openSync, writeSync } from 'node:fs'
import { shownProblems, type ImportProblem, type VoicemailImported } from '../../../../shared/imports/contract.ts'
import { csvHead, csvRows } from '../../../files/csvText.ts'
import type { Left } from './source.ts'

const words = { skipped: 'Skipped', unreadable: 'Not readable', guessed: 'Imported with a guess' } as const
const columns = ['Outcome', 'File', 'Reason']
/** Lines that are written together. */
const together = 500
/** What a name or a reason may take of an answer. */
const longest = 500

type Told = Pick<
  VoicemailImported,
  'skipped' | 'unreadable' | 'unreadableFiles' | 'guessed' | 'problemCount' | 'problems'
>

/** Everything that an import has to say, all of it in a file, the first of it in the answer. */
export type Problems = {
  /** messages: how many are not taken because of it. */
  tell(problem: ImportProblem, messages: number): void
  /** The answer so far. */
  told(): Told
  /** Writes what is left. */
  close(): void
}

/** What had to be guessed about something new. */
export function tellGuesses(problems: Problems, notes: readonly Left[]): void {
  for (const note of notes) problems.tell({ outcome: 'guessed', ...note }, 0)
}

/** Begins the file anew. A disk that refuses it does not keep an import from going on. */
export function openProblems(path: string): Problems {
  const counts = { skipped: 0, unreadable: 0, unreadableFiles: 0, guessed: 0, problemCount: 0 }
  const shown: ImportProblem[] = []
  const file = openTable(path)
  let lines: string[][] = []
  const write = (): void => {
    if (lines.length > 0) file.append(csvRows(lines))
    lines = []
  }
  return {
    tell: ({ outcome, file: name, reason }, messages) => {
      counts.problemCount += 1
      if (outcome === 'guessed') counts.guessed += 1
      else counts[outcome] += messages
      if (outcome === 'unreadable' && messages === 0) counts.unreadableFiles += 1
      if (shown.length < shownProblems)
        shown.push({ outcome, file: name.slice(0, longest), reason: reason.slice(0, longest) })
      lines.push([words[outcome], name, reason])
      if (lines.length === together) write()
    },
    told: () => ({ ...counts, problems: [...shown] }),
    close: () => {
      write()
      file.close()
    },
  }
}

function openTable(path: string) {
  let fd: number | null = null
  const attempt = (work: () => void): void => {
    try {
      work()
    } catch {
      // The answer still has the first problems and the counts.
    }
  }
  attempt(() => {
    fd = openSync(path, 'w', 0o600)
    writeSync(fd, csvHead(columns))
  })
  return {
    append: (text: string) => attempt(() => void (fd !== null && writeSync(fd, text))),
    close: () => attempt(() => void (fd !== null && closeSync(fd))),
  }
}
