import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { mediaAddress } from '../AudioPlayer/mediaAddress.ts'
import { MessageRow } from './MessageRow.tsx'
import type { Messages } from './messagePages.ts'
import classes from './VoicemailList.module.css'

export const rowHeight = 32

/** Rows before the end at which the next page is asked for. */
const ahead = 50

export type MessageListboxProps = {
  list: Messages
  row: number
  rowsShown: number
  onSelect: (row: number) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** Thousands of messages, of which only those in sight are in the document. */
export function MessageListbox({ list, row, rowsShown, onSelect, onKeyDown }: MessageListboxProps) {
  const { messages, total, atLeast, loadMore } = list
  const scrolls = total > rowsShown || undefined
  const owned = messages.some(({ archive }) => archive !== null && archive.mailbox !== null)
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  // oxlint-disable-next-line react/incompatible-library -- this component is not compiled; the rows must follow the scroll
  const rows = useVirtualizer({
    count: messages.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  const items = rows.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (lastShown > messages.length - ahead) loadMore?.()
  }, [lastShown, messages.length, loadMore])
  useEffect(() => rows.scrollToIndex(row), [rows, row])

  return (
    <>
      <div className={classes.head} data-owned={owned || undefined} data-scrolls={scrolls} aria-hidden>
        <span>State</span>
        <span>Caller</span>
        {owned && <span>Mailbox of</span>}
        <span>Received</span>
        <span className={classes.length}>Length</span>
        <span>Folder</span>
      </div>
      <div
        ref={scroller}
        className={classes.list}
        data-scrolls={scrolls}
        role="listbox"
        tabIndex={0}
        aria-label={`Voicemail messages (${atLeast ? 'more than ' : ''}${total})`}
        aria-activedescendant={`${id}-${row}`}
        style={{ height: Math.min(total, rowsShown) * rowHeight }}
        onKeyDown={onKeyDown}
      >
        <div style={{ height: rows.getTotalSize() }}>
          {items.map(({ index, start, size }) => (
            <MessageRow
              // Not by its id: a message that was archived twice is in the list twice.
              key={mediaAddress(messages[index]!.place)}
              id={`${id}-${index}`}
              message={messages[index]!}
              selected={index === row}
              position={index}
              total={total}
              top={start}
              height={size}
              onSelect={() => onSelect(index)}
            />
          ))}
        </div>
      </div>
    </>
  )
}
