import type { AudioFormat } from '../../../../shared/voicemail/model.ts'
import type { ByteSource } from '../../../files/byteSource.ts'
import { readAu } from '../au.ts'
import { rawRateOf } from '../raw.ts'
import { readRiff } from '../riff.ts'
import { openAmr } from './amr.ts'
import { openG722, openGsm, openWavGsm } from './framed.ts'
import { openLinear, type SampleKind } from './linear.ts'
import type { PcmReader } from './pcm.ts'
import { fitsWav } from './wavHeader.ts'

/** Reads audio that is decoded here; null for what only a browser decodes, or nobody, and for what is no such audio. */
export async function openPcm(source: ByteSource, format: AudioFormat): Promise<PcmReader | null> {
  const reader = readerOf(source, format)
  return reader !== null && fitsWav(reader) ? reader : null
}

function readerOf(source: ByteSource, format: AudioFormat): PcmReader | null {
  switch (format) {
    case 'wav-pcm':
    case 'wav-ulaw':
    case 'wav-alaw':
      return openRiff(source)
    case 'wav-gsm':
      return openWavGsm(source)
    case 'gsm':
      return openGsm(source)
    case 'g722':
      return openG722(source)
    case 'au':
      return openAu(source)
    case 'amr-nb':
    case 'amr-wb':
      return openAmr(source)
    case 'mp3':
    case 'ogg':
    case 'ogg-speex':
    case 'm4a':
      return null
    case 'ulaw':
    case 'alaw':
    case 'sln':
    case 'sln12':
    case 'sln16':
    case 'sln24':
    case 'sln32':
    case 'sln44':
    case 'sln48':
    case 'sln96':
    case 'sln192':
      return openRaw(source, format)
  }
}

const riffKinds: Readonly<Record<string, SampleKind>> = {
  '1/8': 'u8',
  '1/16': 's16',
  '1/24': 's24',
  '1/32': 's32',
  '3/32': 'f32',
  '3/64': 'f64',
  '6/8': 'alaw',
  '7/8': 'ulaw',
}

function openRiff(source: ByteSource): PcmReader | null {
  const riff = readRiff(source)
  if (riff === null) return null
  const { tag, channels, rate, blockAlign } = riff.fmt
  const kind = riffKinds[`${tag}/${(blockAlign / channels) * 8}`]
  return kind === undefined ? null : openLinear({ kind, rate, channels, start: riff.start, bytes: riff.bytes })
}

function openAu(source: ByteSource): PcmReader | null {
  const au = readAu(source)
  if (au === null) return null
  const { encoding, ...place } = au
  const bigEndian = { s16: 's16be', s24: 's24be', s32: 's32be', s8: 's8', ulaw: 'ulaw', alaw: 'alaw' } as const
  return openLinear({ kind: bigEndian[encoding], ...place })
}

function openRaw(source: ByteSource, format: 'ulaw' | 'alaw' | `sln${string}`): PcmReader {
  const kind = format === 'ulaw' || format === 'alaw' ? format : 's16'
  return openLinear({ kind, rate: rawRateOf(format), channels: 1, start: 0, bytes: source.size })
}
