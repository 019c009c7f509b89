/** Seconds that one press of an arrow key moves. */
export const seekSeconds = 5

/** Longer messages are not decoded in the window for a picture: ten minutes of speech are 40 MB of samples. */
export const waveformSeconds = 600

/** A place in the audio, inside its bounds. */
export function clampTime(time: number, duration: number): number {
  return Math.min(Math.max(0, time), Math.max(0, duration))
}

/** What a key on the line asks for: a new time, or null when the key is not ours. */
export function seekTarget(key: string, time: number, duration: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return clampTime(time - seekSeconds, duration)
    case 'ArrowRight':
    case 'ArrowUp':
      return clampTime(time + seekSeconds, duration)
    case 'Home':
      return 0
    case 'End':
      return duration
    default:
      return null
  }
}

/** The loudest sample of each of `count` equal parts, scaled so that the loudest of all is 1. */
export function peaksOf(samples: Float32Array, count: number): number[] {
  const part = Math.max(1, Math.ceil(samples.length / count))
  const peaks: number[] = []
  for (let start = 0; start < samples.length; start += part) {
    let peak = 0
    for (let at = start; at < Math.min(start + part, samples.length); at += 1) {
      peak = Math.max(peak, Math.abs(samples[at]!))
    }
    peaks.push(peak)
  }
  const loudest = Math.max(...peaks, 0.01)
  return peaks.map((peak) => peak / loudest)
}
