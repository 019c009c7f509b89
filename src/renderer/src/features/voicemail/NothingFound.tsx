import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { Link } from 'wouter'
import { NothingMatches } from '../../components/ListTools/NothingMatches.tsx'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'
import { useVoicemailActions, useVoicemailNarrowed } from '../../stores/voicemailView.ts'

/** Either the search leaves nothing, or no extension has a message. */
export function NothingFound() {
  const narrowed = useVoicemailNarrowed()
  const { clearFilters } = useVoicemailActions()
  if (narrowed)
    return (
      <NothingMatches title="No message matches" onClear={clearFilters}>
        Search finds any part of a caller, a number, an extension, an owner&apos;s name or a transcript.
      </NothingMatches>
    )
  return (
    <EmptyState
      icon={<IconMail size={22} />}
      title="No voicemail yet"
      action={
        <Button component={Link} href="/import">
          Import voicemail
        </Button>
      }
    >
      The voicemail of a phone system fills this page.
    </EmptyState>
  )
}
