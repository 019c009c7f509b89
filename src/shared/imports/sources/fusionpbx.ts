import type { SourceDescription } from '../sourceDescription.ts'

export const fusionpbx = {
  kind: 'fusionpbx',
  name: 'FusionPBX',
  takes: { folder: true, endings: ['csv'] },
  about:
    'A folder with the table v_voicemail_messages as CSV and the audio, usually var/lib/freeswitch/storage/voicemail; audio in base64 needs no files. v_voicemails, v_domains and v_voicemail_greetings as CSV beside it name the mailboxes.',
} as const satisfies SourceDescription
