import { IconFileExport } from '@tabler/icons-react'
import { AllowedButton } from '../AllowedButton/AllowedButton.tsx'

export type ExportButtonProps = { label?: string; pending: boolean; onClick: () => void }

/** Saves the list that a page shows; at the right of its title. */
export function ExportButton({ label = 'Export…', pending, onClick }: ExportButtonProps) {
  return (
    <AllowedButton
      permission="exportData"
      variant="default"
      leftSection={<IconFileExport size={15} aria-hidden />}
      loading={pending}
      onClick={onClick}
    >
      {label}
    </AllowedButton>
  )
}
