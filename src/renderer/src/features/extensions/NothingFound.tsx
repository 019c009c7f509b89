import { Button } from '@mantine/core'
import { IconPhone, IconSearchOff } from '@tabler/icons-react'
import { Link } from 'wouter'
import { focusSearch } from '../../components/ListTools/focusSearch.ts'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'

export type NothingFoundProps = {
  what: 'extension' | 'phone number'
  /** Empties search and filters; null when nothing is left out. */
  onClear: (() => void) | null
}

/** Either the search leaves nothing, or the company has none yet. */
export function NothingFound({ what, onClear }: NothingFoundProps) {
  if (onClear !== null)
    return (
      <EmptyState
        icon={<IconSearchOff size={22} />}
        title={`No ${what} matches`}
        action={
          <Button
            variant="default"
            onClick={() => {
              onClear()
              focusSearch()
            }}
          >
            Clear search and filters
          </Button>
        }
      >
        Search finds any part of an extension, a phone number, or the name of who has or had it.
      </EmptyState>
    )
  return (
    <EmptyState
      icon={<IconPhone size={22} />}
      title={`No ${what}s yet`}
      action={
        <Button component={Link} href="/import">
          Import users
        </Button>
      }
    >
      Extensions and phone numbers come with the users.
    </EmptyState>
  )
}
