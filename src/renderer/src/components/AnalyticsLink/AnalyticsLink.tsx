import { Anchor } from '@mantine/core'
import { Link } from 'wouter'
import { fullName, type Inventory } from '../../../../shared/offboarding/inventory.ts'
import { useAnalyticsActions, type AnalyticsPart } from '../../stores/analyticsView.ts'

export type AnalyticsLinkProps = { user: Inventory['user']; part: Exclude<AnalyticsPart, 'overview'> }

/** Leads to the calls or bills of a person in Analytics, of all time. */
export function AnalyticsLink({ user, part }: AnalyticsLinkProps) {
  const { show } = useAnalyticsActions()
  const who = { side: { kind: 'person' as const, userId: user.id }, label: fullName(user) }
  return (
    <Anchor component={Link} href="/analytics" inherit onClick={() => show(part, { who })}>
      Open in Analytics
    </Anchor>
  )
}
