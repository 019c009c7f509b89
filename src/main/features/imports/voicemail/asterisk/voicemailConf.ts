import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path'

/** Whose a mailbox is, by MAILBOX@CONTEXT. */
export type Holders = ReadonlyMap<string, { holder: string; email: string }>

/** Where voicemail.conf lies in what was chosen: in a copy of the server's disk, of its folders, or beside the spool. */
const places = ['etc/asterisk/voicemail.conf', 'asterisk/voicemail.conf', 'voicemail.conf']
/** The spool of a server that was chosen in its place; its disk may be mounted anywhere. */
const spoolInPlace = /^(.*?)\/var\/spool\/asterisk(?:\/voicemail(?:\/[^/]+){0,2})?$/
/** Sections that hold settings instead of mailboxes. */
const noContexts: ReadonlySet<string> = new Set(['general', 'zonemessages'])
const maximalBytes = 16 * 1024 * 1024
const maximalFiles = 200

/**
 * Reads names and e-mail addresses out of the voicemail.conf that belongs to a spool, with what it includes. The PIN that
 * stands first in each entry is dropped where the line is read and never kept. Nobody is known where there is no file.
 */
export function readHolders(root: string): Holders {
  const path = findConf(root)
  if (path === null) return new Map()
  const holders = new Map<string, { holder: string; email: string }>()
  let context = ''
  for (const line of linesOf(path, dirname(path), { files: 0 })) {
    const section = /^\[([^\]]+)\]/.exec(line)
    if (section !== null) context = section[1]!.trim()
    else if (!noContexts.has(context)) readEntry(line, context, holders)
  }
  return holders
}

function findConf(root: string): string | null {
  const mounted = spoolInPlace.exec(root.replaceAll(sep, '/'))?.[1]
  const inPlace = mounted === undefined ? [] : [join(mounted === '' ? '/' : mounted, 'etc/asterisk/voicemail.conf')]
  const candidates = [...places.map((place) => join(root, place)), ...inPlace]
  return candidates.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true) ?? null
}

/** `MAILBOX => PIN,NAME,E-MAIL,PAGER,OPTIONS`; several addresses are parted by a bar. */
function readEntry(line: string, context: string, holders: Map<string, { holder: string; email: string }>): void {
  const entry = /^([^=\s]+)\s*=>?\s*[^,]*(?:,([^,]*))?(?:,([^,]*))?/.exec(line)
  if (entry === null) return
  const [, mailbox, name = '', emails = ''] = entry
  const email = emails.split('|')[0]!.trim()
  holders.set(`${mailbox}@${context}`, { holder: clean(name).slice(0, 200), email: clean(email).slice(0, 200) })
}

function clean(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ').trim()
}

/** Lines without comments, with included files in their place. Only files in the folder of voicemail.conf are included. */
function* linesOf(path: string, folder: string, count: { files: number }): Generator<string> {
  count.files += 1
  if (count.files > maximalFiles) return
  let inComment = false
  for (const raw of textOf(path).split(/\r?\n/)) {
    const { text, open } = withoutComments(raw, inComment)
    inComment = open
    const include = /^#(?:try)?include\s+["<]?([^">]+)[">]?/.exec(text)
    if (include !== null) for (const one of withinFolder(folder, include[1]!.trim())) yield* linesOf(one, folder, count)
    else if (text !== '' && !text.startsWith('#')) yield text
  }
}

/** A file that cannot be read names nobody. */
function textOf(path: string): string {
  try {
    return statSync(path).size > maximalBytes ? '' : readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** `;` begins a comment unless a backslash stands before it; `;--` one of several lines that `--;` ends. */
function withoutComments(line: string, inComment: boolean): { text: string; open: boolean } {
  let rest = line
  let text = ''
  let open = inComment
  for (;;) {
    if (open) {
      const end = rest.indexOf('--;')
      if (end === -1) return { text: text.trim(), open }
      rest = rest.slice(end + 3)
      open = false
    }
    const start = /(?<!\\);/.exec(rest)?.index
    if (start === undefined) return { text: (text + rest).replaceAll('\\;', ';').trim(), open }
    text += rest.slice(0, start)
    if (!/^;--(?!-)/.test(rest.slice(start))) return { text: text.replaceAll('\\;', ';').trim(), open }
    rest = rest.slice(start + 3)
    open = true
  }
}

/**
 * Where included files lie: a path of the server is taken as one in the same folder, and a name may have wildcards. None
 * when nothing is there.
 */
function withinFolder(folder: string, named: string): string[] {
  const path = isAbsolute(named) ? join(folder, basename(named)) : resolve(folder, named)
  const pattern = new RegExp(`^${basename(path).split('').map(wildcard).join('')}$`)
  try {
    const real = realpathSync(folder)
    const names = readdirSync(dirname(path)).filter((name) => pattern.test(name))
    return names.map((name) => realpathSync(join(dirname(path), name))).filter((one) => one.startsWith(real + sep))
  } catch {
    return []
  }
}

function wildcard(letter: string): string {
  if (letter === '*') return '.*'
  return letter === '?' ? '.' : letter.replace(/[\\^$.|+()[\]{}]/, String.raw`\$&`)
}
