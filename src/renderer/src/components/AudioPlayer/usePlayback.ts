import { useCallback, useEffect, useState, type RefObject } from 'react'
import { clampTime } from './playback.ts'
import { usePlaybackStarted, usePlaybackStopped, usePlayingUrl } from './playingStore.ts'

export type AudioRef = RefObject<HTMLAudioElement | null>

export type Playback = {
  playing: boolean
  time: number
  duration: number
  speed: number
  failed: boolean
  toggle: () => void
  seekTo: (time: number) => void
  setSpeed: (speed: number) => void
}

/** Drives one audio element; `seconds` stands for its length until the file has told its own. */
export function usePlayback(audio: AudioRef, url: string, seconds: number): Playback {
  const [time, setTime] = useState(0)
  const [duration, setDuration] = useState(seconds)
  const [speed, setSpeed] = useState(1)
  const [failed, setFailed] = useState(false)
  const playing = useOnePlayer(audio, url)

  useAudioEvents(audio, {
    loadedmetadata: ({ duration: length }) => Number.isFinite(length) && setDuration(length),
    timeupdate: (element) => setTime(element.currentTime),
    seeking: (element) => setTime(element.currentTime),
    error: () => setFailed(true),
  })

  useEffect(() => {
    if (audio.current !== null) play(audio.current, { speed })
  }, [audio, speed])

  const toggle = useCallback(() => {
    const element = audio.current
    if (element === null) return
    if (element.paused) element.play().catch(() => setFailed(element.error !== null))
    else element.pause()
  }, [audio])

  const seekTo = useCallback(
    (target: number) => {
      const place = clampTime(target, duration)
      if (audio.current !== null) play(audio.current, { from: place })
      setTime(place)
    },
    [audio, duration],
  )

  return { playing, time, duration, speed, failed, toggle, seekTo, setSpeed }
}

function play(element: HTMLAudioElement, how: { speed?: number; from?: number }): void {
  if (how.speed !== undefined) element.playbackRate = how.speed
  if (how.from !== undefined) element.currentTime = how.from
}

/** Whether this address is heard; it is paused as soon as another one is. */
function useOnePlayer(audio: AudioRef, url: string): boolean {
  const playingUrl = usePlayingUrl()
  const started = usePlaybackStarted()
  const stopped = usePlaybackStopped()
  useAudioEvents(audio, { play: () => started(url), pause: () => stopped(url), ended: () => stopped(url) })
  useEffect(() => () => stopped(url), [stopped, url])
  useEffect(() => {
    if (playingUrl !== url) audio.current?.pause()
  }, [audio, playingUrl, url])
  return playingUrl === url
}

type Listeners = Partial<
  Record<
    'loadedmetadata' | 'timeupdate' | 'seeking' | 'play' | 'pause' | 'ended' | 'error',
    (element: HTMLAudioElement) => void
  >
>

function useAudioEvents(audio: AudioRef, listeners: Listeners): void {
  useEffect(() => {
    const element = audio.current
    if (element === null) return undefined
    const control = new AbortController()
    for (const [name, listener] of Object.entries(listeners)) {
      element.addEventListener(name, () => listener(element), { signal: control.signal })
    }
    return () => control.abort()
  })
}
