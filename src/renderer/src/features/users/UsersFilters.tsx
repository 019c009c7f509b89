import { Select } from '@mantine/core'
import { userStatus } from '../../../../shared/directory/model.ts'
import { useUserFacets } from '../../data/users.ts'
import { useUsersView, useUsersViewActions } from '../../stores/usersView.ts'
import { FilterToggle } from './FilterToggle.tsx'

const statusNames = { ACTIVE: 'Active', INACTIVE: 'Deactivated', DELETED: 'Deleted' } as const
const statusOptions = userStatus.options.map((value) => ({ value, label: statusNames[value] }))

/** Status, site, department, and two yes-or-no filters. Deleted users show only when asked for. */
export function UsersFilters() {
  const { filters } = useUsersView()
  const { setFilter } = useUsersViewActions()
  const { data: facets } = useUserFacets()
  return (
    <>
      <Select
        aria-label="Status"
        placeholder="Any status"
        clearable
        w={132}
        data={statusOptions}
        value={filters.status ?? null}
        onChange={(value) => setFilter({ status: userStatus.safeParse(value).data })}
      />
      <Select
        aria-label="Site"
        placeholder="Any site"
        clearable
        searchable
        w={156}
        data={facets?.sites ?? []}
        value={filters.site ?? null}
        onChange={(value) => setFilter({ site: value ?? undefined })}
      />
      <Select
        aria-label="Department"
        placeholder="Any department"
        clearable
        searchable
        w={172}
        data={facets?.departments ?? []}
        value={filters.department ?? null}
        onChange={(value) => setFilter({ department: value ?? undefined })}
      />
      <FilterToggle
        label="Has voicemail"
        on={filters.hasVoicemail === true}
        onChange={(on) => setFilter({ hasVoicemail: on || undefined })}
      />
      <FilterToggle
        label="Leaving"
        on={filters.leaving === true}
        onChange={(on) => setFilter({ leaving: on || undefined })}
      />
    </>
  )
}
