import { Button } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { Link } from 'wouter'
import { NothingMatches } from '../../components/ListTools/NothingMatches.tsx'
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
      <NothingMatches title={`No ${what} matches`} onClear={onClear}>
        Search finds any part of an extension, a phone number, or the name of who has or had it.
      </NothingMatches>
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
