import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type MessageFacts = { origtime?: number; callerid?: string; msgId?: string; flag?: string; duration?: number }

/** What Asterisk writes beside the audio; what is left out is not written. */
export function messageText(facts: MessageFacts): string {
  const lines = [
    ';\n; Message Information file\n;\n[message]\norigmailbox=1001\ncontext=from-pstn\nexten=1001',
    `callerid=${facts.callerid ?? '"Dana Whitfield" <+12125550134>'}`,
    ...(facts.origtime === undefined ? [] : [`origtime=${facts.origtime}`]),
    ...(facts.msgId === undefined ? [] : [`msg_id=${facts.msgId}`]),
    `flag=${facts.flag ?? ''}`,
    ...(facts.duration === undefined ? [] : [`duration=${facts.duration}`]),
  ]
  return `${lines.join('\n')}\n`
}

/** Writes a spool: paths relative to the root and what they hold, with one old time for every file. */
export function writeSpool(root: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    utimesSync(path, 1_700_000_000, 1_700_000_000)
  }
  return root
}

/** Every file with its time and hash: equal before and after means that nothing was written. */
export function snapshot(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const facts = statSync(join(root, name), { throwIfNoEntry: false })
      const content =
        facts?.isFile() === true
          ? createHash('sha256')
              .update(readFileSync(join(root, name)))
              .digest('hex')
          : ''
      return `${name} ${facts?.mtimeMs ?? 'dangling'} ${content}`
    })
}

const sounds = '/usr/share/asterisk/sounds/en'

/** The recordings of Debian's asterisk-core-sounds packages: the same name as .wav and .gsm; none when not installed. */
export function installedSounds(): { name: string; wav: string; gsm: string }[] {
  if (!existsSync(sounds)) return []
  return readdirSync(sounds)
    .filter((file) => file.endsWith('.wav'))
    .map((file) => file.slice(0, -4))
    .map((name) => ({ name, wav: join(sounds, `${name}.wav`), gsm: join(sounds, `${name}.gsm`) }))
    .filter(({ gsm }) => existsSync(gsm))
}
