import { Anchor } from '@mantine/core'
import { Link } from 'wouter'
import { useRefusals } from '../../data/session.ts'
import { useVoicemailActions, type VoicemailFilters } from '../../stores/voicemailView.ts'

/** Leads to some of the messages on the Voicemail page; absent for whoever may not listen. */
export function VoicemailLink({ filters, children }: { filters: VoicemailFilters; children: string }) {
  const { show } = useVoicemailActions()
  const refusal = useRefusals()
  if (refusal('listen') !== null) return null
  return (
    <Anchor component={Link} href="/voicemail" inherit onClick={() => show(filters)}>
      {children}
    </Anchor>
  )
}
