import { useCallback, useEffect, useState, type RefObject } from 'react'
import { clampTime } from './playback.ts'
import { usePlaybackStarted, usePlaybackStopped, usePlayingUrl } from './playingStore.ts'

export type AudioRef = RefObject<HTMLAudioElement | null>

export type Playback = {
  playing: boolean
  time: number
  duration: number
  /** Asked to play, and no sound yet. */
  waiting: boolean
  failed: boolean
  toggle: () => void
  seekTo: (time: number) => void
  /** Asks for the sound anew, after it failed. */
  reload: () => void
}

/** seconds stands for the length until the sound has told its own. */
export type PlaybackOptions = { seconds: number; speed: number; autoPlay: boolean }

/** Drives one audio element. */
export function usePlayback(audio: AudioRef, url: string, { seconds, speed, autoPlay }: PlaybackOptions): Playback {
  const [time, setTime] = useState(0)
  const [duration, setDuration] = useState(seconds)
  const [waiting, setWaiting] = useState(autoPlay)
  const [failed, setFailed] = useState(false)
  const { playing, started, stopped } = useOnePlayer(audio, url)

  useAudioEvents(audio, {
    loadedmetadata: ({ duration: length }) => Number.isFinite(length) && setDuration(length),
    timeupdate: (element) => setTime(element.currentTime),
    seeking: (element) => setTime(element.currentTime),
    waiting: (element) => setWaiting(!element.paused),
    playing: () => setWaiting(false),
    pause: () => setWaiting(false),
    error: () => {
      setFailed(true)
      setWaiting(false)
    },
  })

  useEffect(() => {
    if (audio.current !== null) setRate(audio.current, speed)
  }, [audio, speed])

  const start = useCallback(() => {
    const element = audio.current
    if (element === null) return
    // At once, not with the element's event: until then another message would count as the one that is heard.
    started()
    element.play().catch(() => {
      setFailed(element.error !== null)
      setWaiting(false)
      stopped()
    })
  }, [audio, started, stopped])

  const toggle = useCallback(() => {
    if (audio.current?.paused === false) {
      audio.current.pause()
      return
    }
    setWaiting(true)
    start()
  }, [audio, start])

  useEffect(() => {
    // Not again after the lock, which came while it was heard.
    if (autoPlay && audio.current?.currentTime === 0) start()
  }, [audio, autoPlay, start])

  const reload = useCallback(() => {
    setFailed(false)
    audio.current?.load()
  }, [audio])

  const seekTo = useCallback(
    (target: number) => {
      const place = clampTime(target, duration)
      if (audio.current !== null) setTimeOf(audio.current, place)
      setTime(place)
    },
    [audio, duration],
  )

  return { playing, time, duration, waiting, failed, toggle, seekTo, reload }
}

/** Loading anew takes the default. */
function setRate(element: HTMLAudioElement, rate: number): void {
  element.defaultPlaybackRate = rate
  element.playbackRate = rate
}

function setTimeOf(element: HTMLAudioElement, time: number): void {
  element.currentTime = time
}

/** Whether this address is heard; it is paused as soon as another one is. */
function useOnePlayer(audio: AudioRef, url: string) {
  const playingUrl = usePlayingUrl()
  const start = usePlaybackStarted()
  const stop = usePlaybackStopped()
  const started = useCallback(() => start(url), [start, url])
  const stopped = useCallback(() => stop(url), [stop, url])
  useAudioEvents(audio, { play: started, pause: stopped, ended: stopped })
  // The lock hides the page and its players: what is heard ends with it.
  useEffect(() => {
    const element = audio.current
    return () => {
      element?.pause()
      stopped()
    }
  }, [audio, stopped])
  useEffect(() => {
    if (playingUrl !== url) audio.current?.pause()
  }, [audio, playingUrl, url])
  return { playing: playingUrl === url, started, stopped }
}

type Listeners = Partial<
  Record<
    'loadedmetadata' | 'timeupdate' | 'seeking' | 'waiting' | 'playing' | 'play' | 'pause' | 'ended' | 'error',
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
