import { notifications } from '@mantine/notifications'
import { IconFileTypeHtml, IconFileTypePdf } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RunId } from '../../../../shared/ids.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { showLateProblem } from '../../components/ErrorAlert/showProblem.ts'
import { call } from '../../ipc/client.ts'

type Format = 'html' | 'pdf'

/** The closing report, where the dialog of the system says. */
export function SaveReport({ runId }: { runId: RunId }) {
  const save = useMutation({
    mutationFn: (format: Format) => call('runs.saveReport', { runId, format }),
    onSuccess: (saved) => saved !== null && notifications.show({ message: `Report saved as ${saved.fileName}` }),
    onError: (error) => showLateProblem('The report was not saved', error),
  })
  const button = (format: Format, label: string, icon: ReactNode) => (
    <AllowedButton
      permission="exportData"
      variant="default"
      leftSection={icon}
      loading={save.isPending}
      onClick={() => save.mutate(format)}
    >
      {label}
    </AllowedButton>
  )
  return (
    <>
      {button('html', 'Save report as HTML', <IconFileTypeHtml size={16} aria-hidden />)}
      {button('pdf', 'Save report as PDF', <IconFileTypePdf size={16} aria-hidden />)}
    </>
  )
}
