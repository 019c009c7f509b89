import { useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { VoicemailRow } from '../../../../shared/voicemail/model.ts'
import type { AudioPlayerHandle } from '../../components/AudioPlayer/AudioPlayer.tsx'
import { seekSeconds } from '../../components/AudioPlayer/playback.ts'
import type { DataGridHandle } from '../../components/DataGrid/props.ts'

type List = { total: number; rowAt: (index: number) => VoicemailRow | undefined }
type Opened = { message: VoicemailRow; index: number; autoPlay: boolean }

/**
 * The message in the player. It stays there while the list is searched or sorted; its neighbors are reached as long as
 * the list has it where it was opened.
 */
export function useOpenedMessage(list: List, grid: RefObject<DataGridHandle | null>) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [wanted, setWanted] = useState<Omit<Opened, 'message'> | null>(null)
  const player = useRef<AudioPlayerHandle>(null)
  const found = wanted === null ? undefined : list.rowAt(wanted.index)
  if (wanted !== null && found !== undefined) {
    setWanted(null)
    setOpened({ ...wanted, message: found })
  }
  const index = opened !== null && list.rowAt(opened.index)?.id === opened.message.id ? opened.index : null

  /** Opens a row; the one that is open plays or stops. */
  const open = (message: VoicemailRow, at: number): void => {
    if (opened?.message.id === message.id) player.current?.toggle()
    else setOpened({ message, index: at, autoPlay: false })
  }
  /** Goes on playing when the message before was playing. */
  const stepTo = (next: number): void => {
    grid.current?.reveal(next)
    setWanted({ index: next, autoPlay: player.current?.isPlaying() === true })
  }
  const close = (): void => {
    setOpened(null)
    if (index !== null) grid.current?.goTo(index)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const onRow = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'row'
    const by = { ArrowLeft: -seekSeconds, ArrowRight: seekSeconds }[event.key]
    if (!onRow || by === undefined || opened === null || event.shiftKey || event.ctrlKey || event.altKey) return
    event.preventDefault()
    player.current?.seekBy(by)
  }
  return {
    opened,
    player,
    open,
    close,
    onKeyDown,
    toPrevious: index === null || index === 0 ? null : () => stepTo(index - 1),
    toNext: index === null || index === list.total - 1 ? null : () => stepTo(index + 1),
  }
}
