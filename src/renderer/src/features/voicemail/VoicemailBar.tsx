import { IconArchive, IconStethoscope } from '@tabler/icons-react'
import { useState } from 'react'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { ExportButton } from '../../components/ListTools/ExportButton.tsx'
import { ListCount } from '../../components/ListTools/ListCount.tsx'
import { SelectionBar } from '../../components/ListTools/SelectionBar.tsx'
import type { VoicemailQuery } from '../../data/voicemail.ts'
import { nothingSelected, selectedCount } from '../../stores/selection.ts'
import { useVoicemailActions, useVoicemailNarrowed, useVoicemailSelection } from '../../stores/voicemailView.ts'
import { RecordingsDialog } from './RecordingsDialog.tsx'
import { SaveDialog } from './SaveDialog.tsx'
import { useExport } from './useExport.ts'

export type VoicemailBarProps = {
  query: VoicemailQuery
  /** Undefined while it is counted. */
  total: number | undefined
  changing: boolean
  /** How many are selected that the list does not show. */
  notShown: number
}

/** Over the rows: how many messages; or, when some are selected, how many of them, and what can be done with them. */
export function VoicemailBar({ query, total, changing, notShown }: VoicemailBarProps) {
  const { selection, setSelection } = useVoicemailSelection()
  const { clearFilters } = useVoicemailActions()
  const narrowed = useVoicemailNarrowed()
  const { start, pending } = useExport(query)
  const [opened, setOpened] = useState<'save' | 'check' | null>(null)
  const count = selectedCount(selection, total ?? 0)
  if (count === 0)
    return <ListCount total={total} noun="message" changing={changing} onClear={narrowed ? clearFilters : null} />
  return (
    <SelectionBar
      label="Selected messages"
      count={count}
      notShown={notShown}
      onClear={() => setSelection(nothingSelected)}
    >
      <AllowedButton
        permission="offboard"
        size="compact-xs"
        leftSection={<IconArchive size={14} aria-hidden />}
        onClick={() => setOpened('save')}
      >
        Save as archive…
      </AllowedButton>
      <ExportButton selected size="compact-xs" variant="subtle" loading={pending} onClick={() => start(selection)} />
      <AllowedButton
        permission="offboard"
        size="compact-xs"
        variant="subtle"
        leftSection={<IconStethoscope size={14} aria-hidden />}
        onClick={() => setOpened('check')}
      >
        Check recordings…
      </AllowedButton>
      {opened === 'save' && <SaveDialog query={query} selection={selection} onClose={() => setOpened(null)} />}
      {opened === 'check' && <RecordingsDialog query={query} selection={selection} onClose={() => setOpened(null)} />}
    </SelectionBar>
  )
}
