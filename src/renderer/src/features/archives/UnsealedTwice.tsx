import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useAnnounce } from '../../stores/announcements.ts'
import classes from './Archives.module.css'

export type UnsealedTwiceProps = { alsoAt: string; onOpen: () => void; onClose: () => void }

/** What was opened was in the list already: both are whole, and whoever opened it decides which stays. */
export function UnsealedTwice({ alsoAt, onOpen, onClose }: UnsealedTwiceProps) {
  const announce = useAnnounce()
  const show = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    announce('The archive is opened. It was in the list already.')
    show.current?.focus()
  }, [announce])
  return (
    <div className={classes.dialog}>
      <p>The archive is opened and in the list. The same archive was in the list already:</p>
      <p className={classes.path}>{alsoAt}</p>
      <p className={classes.dim}>Both stay as they are. To keep one in the list, take the other off with its ⋯ menu.</p>
      <div className={classes.formButtons}>
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        <Button ref={show} onClick={onOpen}>
          Show the archive
        </Button>
      </div>
    </div>
  )
}
