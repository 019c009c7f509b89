import type { SourceDescription } from '../sourceDescription.ts'

export const asterisk = {
  kind: 'asterisk',
  name: 'Asterisk or FreePBX',
  takes: { folder: true, endings: [] },
  about:
    'The voicemail spool of the server or a copy of it, usually the folder var/spool/asterisk/voicemail; a context or one mailbox will do too.',
} as const satisfies SourceDescription
