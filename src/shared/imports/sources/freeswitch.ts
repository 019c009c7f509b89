import type { SourceDescription } from '../sourceDescription.ts'

export const freeswitch = {
  kind: 'freeswitch',
  name: 'FreeSWITCH',
  takes: { folder: true, endings: ['db'] },
  about:
    'The folder that holds both the database voicemail_default.db and the storage of mod_voicemail, usually var/lib/freeswitch, or a copy of it; the database alone finds audio in folders beside it.',
} as const satisfies SourceDescription
