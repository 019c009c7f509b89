import { IconFileExport } from '@tabler/icons-react'
import { AllowedButton, type AllowedButtonProps } from '../AllowedButton/AllowedButton.tsx'

export type ExportButtonProps = Omit<AllowedButtonProps, 'children' | 'leftSection'> & {
  /** Saves what of the list is selected. */
  selected?: boolean
  /** The list shows no row; what is selected is never nothing. */
  empty?: boolean
}

/** Saves the list that a page shows. It says list wherever it stands: beside voicemail it would promise the recordings. */
export function ExportButton({ selected = false, empty = false, unavailable = null, ...button }: ExportButtonProps) {
  return (
    <AllowedButton
      permission="exportData"
      variant="default"
      leftSection={<IconFileExport size={button.size === undefined ? 15 : 14} aria-hidden />}
      unavailable={unavailable ?? (empty ? 'There is nothing to export: the list is empty.' : null)}
      {...button}
    >
      {selected ? 'Export list of selected…' : 'Export list…'}
    </AllowedButton>
  )
}
