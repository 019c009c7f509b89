import { Select } from '@mantine/core'
import { memo } from 'react'
import { userStatusNames } from '../../../../shared/directory/columns.ts'
import { userStatus } from '../../../../shared/directory/model.ts'
import { useUserFacets } from '../../data/users.ts'
import {
  useUserFilters,
  useUsersViewActions,
  type Leaving,
  type UsersFilters as Chosen,
} from '../../stores/usersView.ts'
import { FilterToggle } from '../../components/ListTools/FilterToggle.tsx'
import { SearchSelect } from '../../components/SearchSelect/SearchSelect.tsx'

const statusOptions = userStatus.options.map((value) => ({ value, label: userStatusNames[value] }))
const leavingOptions: { value: Leaving; label: string }[] = [
  { value: 'anyDay', label: 'Leaving on any day' },
  { value: 'week', label: 'Leaving in 7 days' },
  { value: 'month', label: 'Leaving in 30 days' },
  { value: 'passed', label: 'Day has passed' },
]

/** Deleted users show only when asked for. */
export const UsersFilters = memo(Filters)

function Filters() {
  const filters = useUserFilters()
  const { setFilter } = useUsersViewActions()
  const { data: facets } = useUserFacets()
  return (
    <>
      <Select
        aria-label="Status"
        placeholder={filters.leaving === undefined ? 'Any status' : userStatusNames.ACTIVE}
        clearable
        w={108}
        data={statusOptions}
        value={filters.status ?? null}
        onChange={(value) => setFilter({ status: userStatus.safeParse(value).data })}
      />
      <NamedFilter label="Site" none="Any site" width={104} names={facets?.sites} field="site" />
      <NamedFilter
        label="Department"
        none="Any department"
        width={138}
        names={facets?.departments}
        field="department"
      />
      <NamedFilter label="License" none="Any license" width={112} names={facets?.licences} field="licence" />
      <Select
        aria-label="Leaving"
        placeholder="Leaving or not"
        clearable
        w={148}
        data={leavingOptions}
        value={filters.leaving ?? null}
        onChange={(value) => setFilter({ leaving: leavingOptions.find((one) => one.value === value)?.value })}
      />
      <FilterToggle
        label="Has voicemail"
        on={filters.hasVoicemail === true}
        onChange={(on) => setFilter({ hasVoicemail: on || undefined })}
      />
    </>
  )
}

type NamedFilterProps = {
  label: string
  none: string
  width: number
  names: readonly string[] | undefined
  field: keyof Pick<Chosen, 'site' | 'department' | 'licence'>
}

function NamedFilter({ label, none, width, names, field }: NamedFilterProps) {
  const filters = useUserFilters()
  const { setFilter } = useUsersViewActions()
  return (
    <SearchSelect
      aria-label={label}
      placeholder={none}
      clearable
      w={width}
      // A long list of departments is searched, not drawn.
      limit={100}
      // What is typed before there is anything to take would mark nothing, and Enter would take nothing.
      readOnly={names === undefined}
      data={[...(names ?? [])]}
      value={filters[field] ?? null}
      onChange={(value) => setFilter({ [field]: value ?? undefined })}
    />
  )
}
