import type { AudioFormat } from '../../../../shared/voicemail/model.ts'

const opencore = 'opencore-amr 0.1.6 in @audio/decode-amr 1.3.1'
const names: Readonly<Partial<Record<AudioFormat, string>>> = {
  gsm: 'GSM 06.10 by ETSI EN 300 961',
  'wav-gsm': 'GSM 06.10 by ETSI EN 300 961',
  g722: 'ITU-T G.722 at 64 kbit/s',
  ulaw: 'ITU-T G.711',
  alaw: 'ITU-T G.711',
  'amr-nb': opencore,
  'amr-wb': opencore,
}

/** With what a format is decoded, for the custody of a copy. */
export function decoderName(format: AudioFormat): string {
  return names[format] ?? 'linear samples'
}
