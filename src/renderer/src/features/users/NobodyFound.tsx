import { Button } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { Link } from 'wouter'
import { NothingMatches } from '../../components/ListTools/NothingMatches.tsx'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'
import { useNarrowed, useUsersViewActions } from '../../stores/usersView.ts'

/** Either the search leaves nobody, or the company has nobody yet. */
export function NobodyFound() {
  const narrowed = useNarrowed()
  const { clearFilters } = useUsersViewActions()
  if (narrowed)
    return (
      <NothingMatches title="Nobody matches" onClear={clearFilters}>
        Search finds any part of a name, user name, email, extension or phone number.
      </NothingMatches>
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
