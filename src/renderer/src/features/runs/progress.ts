import type { RunProgress } from '../../../../shared/offboarding/run.ts'
import { formatBytes } from '../../format/bytes.ts'
import { formatCount } from '../../format/numbers.ts'

export type Sample = { at: number; bytes: number }

/** Long enough that the rate does not jump, short enough that it is the rate of now. */
const rateMilliseconds = 3000

/** The samples that the rate is made of, with a new one; a step back in bytes begins a new phase. */
export function withSample(samples: readonly Sample[], next: Sample): Sample[] {
  const last = samples.at(-1)
  if (last !== undefined && next.bytes < last.bytes) return [next]
  return [...samples.filter((sample) => next.at - sample.at <= rateMilliseconds), next]
}

/** Bytes a second, or null while there is too little to tell. */
export function rateOf(samples: readonly Sample[]): number | null {
  const first = samples[0]
  const last = samples.at(-1)
  if (first === undefined || last === undefined || last.at - first.at < 300) return null
  return ((last.bytes - first.bytes) / (last.at - first.at)) * 1000
}

export const phaseNames: Readonly<Record<RunProgress['phase'], string>> = {
  saving: 'Saving voicemail messages',
  copying: 'Making copies that browsers play',
  writing: 'Writing the archive',
  proving: 'Reading the archive back to prove it',
  applying: 'Applying the step',
}

/** What is going on: what, how many of how many, how much, how fast. */
export function progressText({ phase, done, total, bytes, totalBytes }: RunProgress, rate: number | null): string {
  const counted = total === null ? '' : `${formatCount(done)} of ${formatCount(total)}`
  const size =
    totalBytes === null ? (bytes > 0 ? formatBytes(bytes) : '') : `${formatBytes(bytes)} of ${formatBytes(totalBytes)}`
  const speed = rate === null || rate <= 0 ? '' : `${formatBytes(rate)}/s`
  return [phaseNames[phase], counted, size, speed].filter((part) => part !== '').join(' · ')
}

/** 0 to 100 by bytes where they are known, else by count; null when neither total is known. */
export function progressPercent({ done, total, bytes, totalBytes }: RunProgress): number | null {
  if (totalBytes !== null && totalBytes > 0) return Math.min(100, (bytes / totalBytes) * 100)
  if (total !== null && total > 0) return Math.min(100, (done / total) * 100)
  return null
}
