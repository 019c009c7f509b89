import type { AudioRead, SourceAudio } from '../source.ts'

/** Audio that stands in a cell. */
export function base64Audio(cell: string): SourceAudio[] {
  if (cell === '') return []
  // Its content tells WAV from MP3.
  return [{ name: 'base64.wav', read: () => decode(cell) }]
}

/** How many bytes a cell holds. */
export function decodedBytes(cell: string): number {
  const padding = cell.endsWith('==') ? 2 : cell.endsWith('=') ? 1 : 0
  return Math.floor((cell.length * 3) / 4) - padding
}

/** What is not base64 is passed over by the decoder, which shows in its length. */
function decode(cell: string): AudioRead {
  const text = cell.trim()
  const bytes = Buffer.from(text, 'base64')
  const letters = text.length - (text.match(/\s/g)?.length ?? 0)
  const whole = letters % 4 === 0 && bytes.length === decodedBytes(text) - Math.floor(((text.length - letters) * 3) / 4)
  return whole ? { bytes, modifiedAt: null } : { reason: 'The base64 text is cut off or damaged.' }
}
