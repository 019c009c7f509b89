import { FilterToggle } from '../../components/ListTools/FilterToggle.tsx'
import { useVoicemailActions, useVoicemailView } from '../../stores/voicemailView.ts'
import { ExtensionFilter } from './ExtensionFilter.tsx'
import { MoreFilters } from './MoreFilters.tsx'
import { OwnerFilter } from './OwnerFilter.tsx'

/** What is filtered by most stands in the open, the rest behind a button. */
export function VoicemailFilters() {
  const { unread } = useVoicemailView().filters
  const { setFilter } = useVoicemailActions()
  return (
    <>
      <ExtensionFilter />
      <OwnerFilter side="ownerThen" />
      <OwnerFilter side="ownerNow" />
      <FilterToggle label="Not heard" on={unread === true} onChange={(on) => setFilter({ unread: on || undefined })} />
      <MoreFilters />
    </>
  )
}
