import { Button } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { Dialog } from '../../components/Dialog/Dialog.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { focusFirstWrong } from '../../components/FormModal/focusFirstWrong.ts'
import { WorkProgress } from '../../components/WorkProgress/WorkProgress.tsx'
import { useShowPacked, useStopPacking } from '../../data/packing.ts'
import { useWorkProgress } from '../../data/useWorkProgress.ts'
import { formatBytes } from '../../format/bytes.ts'
import { useAnnounce } from '../../stores/announcements.ts'
import classes from './Archives.module.css'

type Packed = NonNullable<OutputOf<'archives.export'>>

export type PackDialogProps = {
  title: string
  /** The verb and its object: "Seal archive…". */
  confirm: string
  /** What it does, and the fields that it needs. */
  children: ReactNode
  packing: boolean
  packed: Packed | null
  error: unknown
  onPack: () => void
  onClose: () => void
}

/** Makes a file of an archive: asks, shows how far it is, can be stopped, and says where the file lies. */
export function PackDialog(props: PackDialogProps) {
  const { title, confirm, children, packing, packed, error, onPack, onClose } = props
  const progress = useWorkProgress('pack', packing)
  const stop = useStopPacking()
  const announce = useAnnounce()
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (packed === null) return
    announce('The file is written.')
    close.current?.focus()
  }, [announce, packed])
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    focusFirstWrong(event.currentTarget)
    onPack()
  }
  return (
    <Dialog busy={packing} onClose={onClose} title={title}>
      <form className={classes.dialog} onSubmit={submit} noValidate>
        {packed === null ? children : <Written packed={packed} />}
        {packing && <WorkProgress label="Verifying and writing" progress={progress} />}
        {error !== null && <ErrorAlert title="No file was written" error={error} />}
        <div className={classes.formButtons}>
          {packing ? (
            <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
              Stop
            </Button>
          ) : (
            <Button ref={close} variant="default" data-autofocus onClick={onClose}>
              {packed === null ? 'Cancel' : 'Close'}
            </Button>
          )}
          {packed === null && (
            <Button type="submit" loading={packing}>
              {confirm}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

function Written({ packed: { file, bytes, sha256 } }: { packed: Packed }) {
  const show = useShowPacked()
  return (
    <div className={classes.dialog}>
      <p>
        The file is written, {formatBytes(bytes)}: <span className={classes.path}>{file}</span>
      </p>
      <p className={classes.dim}>
        SHA-256: <span className={classes.path}>{sha256}</span>
      </p>
      {show.isError && <ErrorAlert title="The file could not be shown" error={show.error} />}
      <Button
        variant="default"
        className={classes.showFile ?? ''}
        leftSection={<IconFolderOpen size={15} aria-hidden />}
        onClick={() => show.mutate()}
      >
        Show in folder
      </Button>
    </div>
  )
}
