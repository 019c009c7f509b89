import { Select } from '@mantine/core'
import { extensionState, numberState } from '../../../../shared/extensions/model.ts'
import { FilterToggle } from '../../components/ListTools/FilterToggle.tsx'
import { SearchSelect } from '../../components/SearchSelect/SearchSelect.tsx'
import { useUserFacets } from '../../data/users.ts'
import { useExtensionsView, useNumbersView } from '../../stores/extensionsView.ts'
import { extensionStates, numberStates } from './words.ts'

const extensionOptions = extensionState.options.map((value) => ({ value, label: extensionStates[value].label }))
const numberOptions = numberState.options.map((value) => ({ value, label: numberStates[value].label }))

export function ExtensionFilters() {
  const { filters, setFilter } = useExtensionsView()
  return (
    <>
      <Select
        aria-label="State"
        placeholder="Any state"
        clearable
        w={150}
        data={extensionOptions}
        value={filters.state ?? null}
        onChange={(value) => setFilter({ state: extensionState.safeParse(value).data })}
      />
      <SiteFilter value={filters.site} onChange={(site) => setFilter({ site })} />
      <FilterToggle
        label="Has voicemail"
        on={filters.hasVoicemail === true}
        onChange={(on) => setFilter({ hasVoicemail: on || undefined })}
      />
    </>
  )
}

export function NumberFilters() {
  const { filters, setFilter } = useNumbersView()
  return (
    <>
      <Select
        aria-label="State"
        placeholder="Any state"
        clearable
        w={180}
        data={numberOptions}
        value={filters.state ?? null}
        onChange={(value) => setFilter({ state: numberState.safeParse(value).data })}
      />
      <SiteFilter value={filters.site} onChange={(site) => setFilter({ site })} />
    </>
  )
}

type SiteFilterProps = { value: string | undefined; onChange: (site: string | undefined) => void }

function SiteFilter({ value, onChange }: SiteFilterProps) {
  const { data } = useUserFacets()
  return (
    <SearchSelect
      aria-label="Site"
      placeholder="Any site"
      clearable
      w={124}
      limit={100}
      data={data?.sites ?? []}
      value={value ?? null}
      onChange={(site) => onChange(site ?? undefined)}
    />
  )
}
