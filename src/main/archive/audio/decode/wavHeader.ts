export const wavHeaderBytes = 44
/** Sizes in a WAV header have four bytes. */
const most = 0xff_ff_ff_ff

/** Whether a WAV header has room for it; a header that lies may say more than any sound has. */
export function fitsWav({ rate, channels }: { rate: number; channels: number }): boolean {
  return rate * channels * 2 <= most && channels * 2 <= 0xff_ff
}

/** The head of a WAV file of PCM with samples of 16 bits, little-endian. dataBytes: of all channels. */
export function wavHeader({
  rate,
  channels,
  dataBytes,
}: {
  rate: number
  channels: number
  dataBytes: number
}): Buffer {
  const header = Buffer.alloc(wavHeaderBytes)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(Math.min(most, dataBytes + wavHeaderBytes - 8), 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(channels, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate * channels * 2, 28)
  header.writeUInt16LE(channels * 2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(Math.min(most, dataBytes), 40)
  return header
}
