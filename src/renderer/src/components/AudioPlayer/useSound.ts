import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SoundPlace } from '../../../../shared/listen/contract.ts'
import { maximalBars, type SoundLook } from '../../../../shared/listen/model.ts'
import { routeQuery } from '../../data/routeQuery.ts'
import { call } from '../../ipc/client.ts'
import { mediaAddress } from './mediaAddress.ts'
import { peaksOf, waveformSeconds } from './playback.ts'

export type Sound = {
  /** Null until main has looked. */
  look: SoundLook | null
  /** Why main did not look: an id that is gone, or no permission. */
  error: Error | null
  /** From 0 to 1; null while there is no picture, or when the message is too long for one. */
  peaks: number[] | null
  lookAgain: () => void
}

/** What main knows of the sound of a message, and its picture, which is made once. */
export function useSound(place: SoundPlace, seconds: number): Sound {
  const look = useQuery({ ...routeQuery('listen.look', { place }), staleTime: Number.POSITIVE_INFINITY, retry: false })
  const own = useQuery({
    queryKey: ['listen.picture', mediaAddress(place)],
    queryFn: ({ signal }) => drawPeaks(place, signal),
    enabled: look.data?.picturedByWindow === true && seconds <= waveformSeconds,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const found = look.data?.peaks ?? own.data ?? null
  const peaks = useMemo(() => found?.map((peak) => peak / 255) ?? null, [found])
  return {
    look: look.data ?? null,
    error: look.error,
    peaks,
    lookAgain: () => void look.refetch(),
  }
}

/** Formats that only Chromium decodes; main keeps the picture for the next time. */
async function drawPeaks(place: SoundPlace, signal: AbortSignal): Promise<number[]> {
  const response = await fetch(mediaAddress(place), { signal })
  if (!response.ok) throw new Error(`No audio (${response.status})`)
  const context = new OfflineAudioContext(1, 1, 8000)
  const audio = await context.decodeAudioData(await response.arrayBuffer())
  const peaks = peaksOf(audio.getChannelData(0), maximalBars).map((peak) => Math.round(peak * 255))
  await call('listen.keepPeaks', { place, peaks })
  return peaks
}
