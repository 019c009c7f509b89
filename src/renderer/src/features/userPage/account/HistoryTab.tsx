import { Anchor } from '@mantine/core'
import { IconHistory, IconListCheck } from '@tabler/icons-react'
import { Link } from 'wouter'
import { stepsDone, type RunSummary } from '../../../../../shared/offboarding/run.ts'
import { Card } from '../../../components/Card/Card.tsx'
import { readable } from '../../../components/EffectList/readable.ts'
import { RunEffects } from '../../../components/EffectList/RunEffects.tsx'
import { PageBody } from '../../../components/PageHeader/PageBody.tsx'
import { QueryView } from '../../../components/QueryView/QueryView.tsx'
import { StatusBadge } from '../../../components/StatusBadge/StatusBadge.tsx'
import { usePersonRuns } from '../../../data/users.ts'
import { formatDateTime } from '../../../format/dates.ts'
import { ItemList } from '../../../components/ItemList/ItemList.tsx'
import type { TabProps } from '../tabProps.ts'
import { useLastOffboarding } from '../useLastOffboarding.ts'

/** The runs about the person, and what the last offboarding made of everything. */
export function HistoryTab({ inventory: { user } }: TabProps) {
  const runs = usePersonRuns(user.id)
  const offboarding = useLastOffboarding(user.id)
  return (
    <PageBody width="reading">
      <Card title="Runs" icon={<IconHistory size={16} />} {...(runs.data !== undefined && { count: runs.data.length })}>
        <QueryView query={runs} failed="The runs could not be read">
          {(list) => <ItemList none="No run was ever about this user." items={list.map(runItem)} />}
        </QueryView>
      </Card>
      {offboarding !== null && (
        <Card title="What the last offboarding made of everything" icon={<IconListCheck size={16} />}>
          <RunEffects run={offboarding} />
        </Card>
      )}
    </PageBody>
  )
}

function runItem(run: RunSummary) {
  const { id, title, createdAt, status, operator } = run
  return {
    key: id,
    name: (
      <Anchor component={Link} href={`/runs/${id}`} inherit>
        {readable(title)}
      </Anchor>
    ),
    detail: `${formatDateTime(createdAt)} · ${stepsDone(run)} · by ${operator}`,
    badge: <StatusBadge status={status} />,
  }
}
