import { useRef, useState, type KeyboardEvent } from 'react'
import type { AudioPlayerHandle } from '../AudioPlayer/AudioPlayer.tsx'
import { seekSeconds } from '../AudioPlayer/playback.ts'
import { MessageListbox, rowsShown } from './MessageListbox.tsx'
import { MessagePlayer } from './MessagePlayer.tsx'
import { hasTranscript, rowAfterKey } from './messages.ts'
import type { Messages } from './useMessages.ts'
import classes from './VoicemailList.module.css'

/** Player and list in one: arrows choose a message, Space plays it, left and right seek. */
export function MessageBrowser({ list }: { list: Messages }) {
  const { messages } = list
  const [row, setRow] = useState(0)
  const player = useRef<AudioPlayerHandle>(null)
  const chosen = messages[row]

  function key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = rowAfterKey(event.key, row, messages.length, rowsShown)
    if (next !== null) setRow(next)
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
          onPrevious={row > 0 ? () => setRow(row - 1) : null}
          onNext={row < messages.length - 1 ? () => setRow(row + 1) : null}
        />
      )}
      <MessageListbox list={list} row={row} onSelect={setRow} onKeyDown={key} />
    </div>
  )
}
