import { useQuery } from '@tanstack/react-query'
import { peaksOf, waveformSeconds } from './playback.ts'

/** As many as a wide player shows bars. */
const bars = 480

/** The picture of a message, decoded once; null while it is not there, or when the message is too long for one. */
export function usePeaks(url: string, seconds: number, playable: boolean): number[] | null {
  const { data } = useQuery({
    queryKey: ['media.peaks', url],
    queryFn: ({ signal }) => readPeaks(url, signal),
    enabled: playable && seconds <= waveformSeconds,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return data ?? null
}

async function readPeaks(url: string, signal: AbortSignal): Promise<number[]> {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`No audio (${response.status})`)
  const context = new OfflineAudioContext(1, 1, 8000)
  const audio = await context.decodeAudioData(await response.arrayBuffer())
  return peaksOf(audio.getChannelData(0), bars)
}
