/** Small audio files with known lengths, made of their format's own parts. */

export function riff(id: string, body: Uint8Array, declared = body.length): Buffer {
  const header = Buffer.alloc(8)
  header.write(id, 'latin1')
  header.writeUInt32LE(declared, 4)
  return Buffer.concat([header, body, Buffer.alloc(body.length % 2)])
}

type Wav = { tag: 1 | 6 | 7 | 0x31; seconds: number; before?: Uint8Array; declared?: number; fill?: number }

/** 8 kHz mono: PCM of 16 bits, A-law, mu-law, or GSM in blocks of 65 bytes. fill makes files of equal size differ. */
export function wavOf({ tag, seconds, before = Buffer.alloc(0), declared, fill = 0 }: Wav): Buffer {
  const align = tag === 1 ? 2 : tag === 0x31 ? 65 : 1
  const fmt = Buffer.alloc(20)
  fmt.writeUInt16LE(tag, 0)
  fmt.writeUInt16LE(1, 2)
  fmt.writeUInt32LE(8000, 4)
  fmt.writeUInt32LE(8000 * align, 8)
  fmt.writeUInt16LE(align, 12)
  fmt.writeUInt16LE(tag === 1 ? 16 : 8, 14)
  const samples = Math.round(seconds * 8000)
  const data = Buffer.alloc(tag === 0x31 ? Math.floor(samples / 320) * 65 : samples * align)
  for (let index = 0; index < data.length; index += 1) data[index] = (index * 31 + fill * 7) & 0xff
  const body = Buffer.concat([Buffer.from('WAVE'), riff('fmt ', fmt), before, riff('data', data, declared)])
  return riff('RIFF', body)
}

/** Each frame is 20 ms. */
export function gsmFrames(count: number): Buffer {
  return Buffer.concat(Array.from({ length: count }, (_, index) => Buffer.alloc(33, index & 0xff).fill(0xd4, 0, 1)))
}

/** MPEG 2 layer III at 16 kHz and 32 kbit/s: pairs of frames, 144 bytes and 36 ms each. */
export function mp3Frames(pairs: number): Buffer {
  const frame = Buffer.alloc(144)
  frame.set([0xff, 0xf3, 0x48, 0xc4])
  return Buffer.concat(Array.from({ length: pairs * 2 }, () => frame))
}

/** One page with a Vorbis header, one that ends at the given sample. */
export function oggVorbis({ rate, samples }: { rate: number; samples: number }): Buffer {
  const header = Buffer.alloc(30)
  header.write('\x01vorbis', 'latin1')
  header[11] = 1
  header.writeUInt32LE(rate, 12)
  return Buffer.concat([oggPage(2, 0n, header), oggPage(4, BigInt(samples), Buffer.alloc(200, 1))])
}

function oggPage(flags: number, granule: bigint, body: Buffer): Buffer {
  const head = Buffer.alloc(28)
  head.write('OggS', 'latin1')
  head[5] = flags
  head.writeBigInt64LE(granule, 6)
  head.writeUInt32LE(7, 14)
  head[26] = 1
  head[27] = body.length
  return Buffer.concat([head, body])
}
