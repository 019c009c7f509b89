import type { SourceDescription } from '../sourceDescription.ts'

export const mail = {
  kind: 'mail',
  name: 'Voicemail in mail',
  takes: { folder: true, endings: ['eml', 'mbox', 'msg'] },
  about:
    'Mail with a recording attached, as Teams, Exchange, Asterisk and others send it: an .eml, .msg or .mbox file, or a folder of them.',
} as const satisfies SourceDescription
