import { useMemo, useRef } from 'react'
import type { DataGridHandle } from '../../components/DataGrid/props.ts'
import toolClasses from '../../components/ListTools/ListTools.module.css'
import { ExportButton } from '../../components/ListTools/ExportButton.tsx'
import { SearchField } from '../../components/ListTools/SearchField.tsx'
import { useFindKeys } from '../../components/ListTools/useFindKeys.ts'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { useNoVoicemail } from '../../data/voicemail.ts'
import { useVoicemailActions, useVoicemailView } from '../../stores/voicemailView.ts'
import { filterOf } from './queryOf.ts'
import { useExport } from './useExport.ts'
import { VoicemailFilters } from './VoicemailFilters.tsx'
import { VoicemailGrid } from './VoicemailGrid.tsx'

/** The voicemail of all extensions, of free ones too: search, filters, listening, selection, export. */
export function VoicemailPage() {
  const { search, filters, sort, descending } = useVoicemailView()
  const { setSearch } = useVoicemailActions()
  const query = useMemo(
    () => ({ filter: filterOf(search, filters), sort, descending }),
    [search, filters, sort, descending],
  )
  const { start, pending } = useExport(query)
  const empty = useNoVoicemail(query)
  const searchField = useRef<HTMLInputElement>(null)
  const grid = useRef<DataGridHandle>(null)
  useFindKeys(searchField)
  return (
    <>
      <PageHeader title="Voicemail" actions={<ExportButton empty={empty} loading={pending} onClick={() => start()} />}>
        <search className={toolClasses.toolbar} aria-label="Voicemail">
          <SearchField
            ref={searchField}
            label="Search voicemail"
            placeholder="Caller, number, owner or words"
            value={search}
            onChange={setSearch}
            onArrowDown={() => grid.current?.focusFirst()}
          />
          <VoicemailFilters />
        </search>
      </PageHeader>
      <VoicemailGrid grid={grid} query={query} />
    </>
  )
}
