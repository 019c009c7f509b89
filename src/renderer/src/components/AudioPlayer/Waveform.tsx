import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef, type RefObject } from 'react'
import WaveSurfer from 'wavesurfer.js'
import { styleNonce } from '../../theme/theme.ts'
import classes from './AudioPlayer.module.css'

export type WaveformProps = { audio: RefObject<HTMLAudioElement | null>; duration: number; peaks: number[] }

/** Draws only: the slider over it takes pointer and keys, and the audio element stays the one that plays. */
export function Waveform({ audio, duration, peaks }: WaveformProps) {
  const holder = useRef<HTMLDivElement>(null)
  const scheme = useComputedColorScheme('light')

  useEffect(() => {
    const box = holder.current
    if (box === null || audio.current === null) return undefined
    const color = colorsOf(box, scheme)
    const drawing = WaveSurfer.create({
      container: box,
      media: audio.current,
      peaks: [peaks],
      duration,
      height: 40,
      barWidth: 2,
      barGap: 1,
      barRadius: 1,
      cursorWidth: 1,
      interact: false,
      dragToSeek: false,
      hideScrollbar: true,
      waveColor: color.wave,
      progressColor: color.heard,
      cursorColor: color.heard,
      cspNonce: styleNonce(),
    })
    return () => drawing.destroy()
  }, [audio, duration, peaks, scheme])

  return <div ref={holder} className={classes.wave} aria-hidden />
}

/** A canvas knows no custom properties, so they are read for the scheme that is on. */
function colorsOf(box: Element, scheme: 'light' | 'dark'): { wave: string; heard: string } {
  const style = getComputedStyle(box)
  return {
    wave: style.getPropertyValue(scheme === 'dark' ? '--mantine-color-dark-3' : '--mantine-color-gray-5'),
    heard: style.getPropertyValue(scheme === 'dark' ? '--mantine-color-petrol-3' : '--mantine-color-petrol-7'),
  }
}
