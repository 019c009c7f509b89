import { Button } from '@mantine/core'
import { IconSearchOff, IconUsers } from '@tabler/icons-react'
import { Link } from 'wouter'
import { focusSearch } from '../../components/ListTools/focusSearch.ts'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'
import { useNarrowed, useUsersViewActions } from '../../stores/usersView.ts'

/** Either the search leaves nobody, or the company has nobody yet. */
export function NobodyFound() {
  const narrowed = useNarrowed()
  const { clearFilters } = useUsersViewActions()
  const clear = (): void => {
    clearFilters()
    focusSearch()
  }
  if (narrowed)
    return (
      <EmptyState
        icon={<IconSearchOff size={22} />}
        title="Nobody matches"
        action={
          <Button variant="default" onClick={clear}>
            Clear search and filters
          </Button>
        }
      >
        Search finds any part of a name, user name, email, extension or phone number.
      </EmptyState>
    )
  return (
    <EmptyState
      icon={<IconUsers size={22} />}
      title="No users yet"
      action={
        <Button component={Link} href="/import">
          Import users
        </Button>
      }
    >
      A CSV file from any directory or phone system fills this page.
    </EmptyState>
  )
}
