import { basename, dirname } from 'node:path'

/** new: not looked at yet; cur: looked at, with flags after ":2," (another sign where ":" is not allowed in names). */
const folders: ReadonlySet<string> = new Set(['new', 'cur'])
const unique = /^\d+\.[^/\\]+$/
const flagged = /[:;!]2,([A-Za-z]*)$/

/** Whether a file is a mail of a Maildir, which is called by a time and a host and has no ending. */
export function isInMaildir(path: string): boolean {
  return folders.has(basename(dirname(path))) && unique.test(basename(path))
}

/** The flags of such a file: S for seen, T for deleted and others; '' for none. */
export function maildirFlags(path: string): string {
  return flagged.exec(basename(path))?.[1] ?? ''
}
