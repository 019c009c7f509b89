import { Button } from '@mantine/core'
import { IconPlayerStop } from '@tabler/icons-react'
import { useKeepFocus } from '../../components/PageHeader/keepFocus.ts'
import { WorkProgress } from '../../components/WorkProgress/WorkProgress.tsx'
import { useCancelImport } from '../../data/imports.ts'
import { useWorkProgress } from '../../data/useWorkProgress.ts'
import classes from './Imports.module.css'

/** total: how many there are, where only a look before has told. onCancel: what else the button does. */
export type ImportWorkProps = { label: string; cancel: string; total?: number; onCancel?: () => void }

/** An import or preview that runs: how far it is, and the button that stops it. */
export function ImportWork({ label, cancel: stop, total, onCancel }: ImportWorkProps) {
  const progress = useWorkProgress('import', true)
  const cancel = useCancelImport()
  useKeepFocus()
  return (
    <div className={classes.work}>
      <WorkProgress label={label} progress={progress && { ...progress, total: progress.total ?? total ?? null }} />
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={16} aria-hidden />}
        loading={cancel.isPending}
        onClick={() => {
          onCancel?.()
          cancel.mutate()
        }}
      >
        {stop}
      </Button>
    </div>
  )
}
