import { IconPlayerStop } from '@tabler/icons-react'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { useKeepFocus } from '../../components/PageHeader/keepFocus.ts'
import { WorkProgress } from '../../components/WorkProgress/WorkProgress.tsx'
import { useCancelExport, useRunningExport } from '../../data/analytics.ts'
import { useWorkProgress } from '../../data/useWorkProgress.ts'
import classes from './Analytics.module.css'

const labels = { calls: 'Exporting calls', bills: 'Exporting billing records' } as const

/** The export that runs, in whatever part it was begun and also when the page was left meanwhile. */
export function ExportWork() {
  const running = useRunningExport()
  return running === undefined ? null : <Running label={labels[running.what]} />
}

function Running({ label }: { label: string }) {
  // Until a place is chosen there is no progress; main's dialog is in front.
  const progress = useWorkProgress('export', true)
  const cancel = useCancelExport()
  // The button that has the focus goes away with the work.
  useKeepFocus()
  return (
    <div className={classes.bar}>
      <WorkProgress label={label} progress={progress} />
      <AllowedButton
        permission="exportData"
        variant="default"
        size="compact-xs"
        leftSection={<IconPlayerStop size={14} aria-hidden />}
        loading={cancel.isPending}
        onClick={() => cancel.mutate()}
      >
        Cancel export
      </AllowedButton>
    </div>
  )
}
