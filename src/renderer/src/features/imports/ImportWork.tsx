import { Button } from '@mantine/core'
import { IconPlayerStop } from '@tabler/icons-react'
import { WorkProgress } from '../../components/WorkProgress/WorkProgress.tsx'
import { useCancelImport } from '../../data/imports.ts'
import { useWorkProgress } from '../../data/useWorkProgress.ts'
import classes from './Imports.module.css'

export type ImportWorkProps = { label: string; cancel: string }

/** An import or preview that runs: how far it is, and the button that stops it. */
export function ImportWork({ label, cancel: stop }: ImportWorkProps) {
  const progress = useWorkProgress('import', true)
  const cancel = useCancelImport()
  return (
    <div className={classes.work}>
      <WorkProgress label={label} progress={progress} />
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={16} aria-hidden />}
        loading={cancel.isPending}
        onClick={() => cancel.mutate()}
      >
        {stop}
      </Button>
    </div>
  )
}
