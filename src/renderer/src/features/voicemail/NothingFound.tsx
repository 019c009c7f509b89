import { Button } from '@mantine/core'
import { IconMail, IconSearchOff } from '@tabler/icons-react'
import { Link } from 'wouter'
import { focusSearch } from '../../components/ListTools/focusSearch.ts'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'
import { useVoicemailActions, useVoicemailNarrowed } from '../../stores/voicemailView.ts'

/** Either the search leaves nothing, or no extension has a message. */
export function NothingFound() {
  const narrowed = useVoicemailNarrowed()
  const { clearFilters } = useVoicemailActions()
  const clear = (): void => {
    clearFilters()
    focusSearch()
  }
  if (narrowed)
    return (
      <EmptyState
        icon={<IconSearchOff size={22} />}
        title="No message matches"
        action={
          <Button variant="default" onClick={clear}>
            Clear search and filters
          </Button>
        }
      >
        Search finds any part of a caller, a number, an extension, an owner&apos;s name or a transcript.
      </EmptyState>
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
