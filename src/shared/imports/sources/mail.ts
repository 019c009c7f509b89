import type { SourceDescription } from '../sourceDescription.ts'

export const mail = {
  kind: 'mail',
  name: 'Voicemail in mail',
  takes: { folder: true, endings: ['eml', 'emlx', 'mbox', 'msg'] },
  about:
    'Mail with a recording attached, as Teams, Exchange, Asterisk and others send it: an .eml, .emlx, .msg or .mbox file, or a folder of them, also a Maildir; mail that was forwarded whole counts as it was.',
} as const satisfies SourceDescription
