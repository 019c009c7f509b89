import { useViewportSize } from '@mantine/hooks'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { AudioPlayerHandle } from '../AudioPlayer/AudioPlayer.tsx'
import { seekSeconds } from '../AudioPlayer/playback.ts'
import { MessageListbox, rowHeight } from './MessageListbox.tsx'
import { MessagePlayer } from './MessagePlayer.tsx'
import { hasTranscript, rowAfterKey } from './messages.ts'
import type { Messages } from './messagePages.ts'
import classes from './VoicemailList.module.css'

export type KeptRow = readonly [row: number, keep: (row: number) => void]

export type MessageBrowserProps = { list: Messages; around: number; kept?: KeptRow }

/** Player and list in one: arrows choose a message, Space plays it, left and right seek. */
export function MessageBrowser({ list, around, kept }: MessageBrowserProps) {
  const { messages } = list
  // The list may be shorter by now.
  const [{ row, autoPlay }, setChosen] = useState({
    row: Math.min(kept?.[0] ?? 0, messages.length - 1),
    autoPlay: false,
  })
  const rowsShown = useRowsShown(around)
  const player = useRef<AudioPlayerHandle>(null)
  const chosen = messages[row]

  /** From message to message it goes on playing, but not because somebody looks at another row. */
  const show = (next: number): void => choose(next, false)
  const step = (by: number): void => choose(row + by, player.current?.isPlaying() === true)

  function choose(next: number, playOn: boolean): void {
    setChosen({ row: next, autoPlay: playOn })
    kept?.[1](next)
  }

  function key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = rowAfterKey(event.key, row, messages.length, rowsShown)
    if (next !== null) show(next)
    else if (event.key === ' ' || event.key === 'Enter') player.current?.toggle()
    else if (event.key === 'ArrowLeft') player.current?.seekBy(-seekSeconds)
    else if (event.key === 'ArrowRight') player.current?.seekBy(seekSeconds)
    else return
    event.preventDefault()
  }

  return (
    <div className={classes.frame}>
      {chosen !== undefined && (
        <MessagePlayer
          ref={player}
          message={chosen}
          transcribed={messages.some((message) => hasTranscript(message))}
          autoPlay={autoPlay}
          onPrevious={row > 0 ? () => step(-1) : null}
          onNext={row < messages.length - 1 ? () => step(1) : null}
        />
      )}
      <MessageListbox list={list} row={row} rowsShown={rowsShown} onSelect={show} onKeyDown={key} />
    </div>
  )
}

/** Six in the smallest window, more where there is room. */
function useRowsShown(around: number): number {
  const { height } = useViewportSize()
  return Math.max(6, Math.floor((height - around) / rowHeight))
}
