import type { UseQueryResult } from '@tanstack/react-query'
import { IconHourglass } from '@tabler/icons-react'
import { useCallback } from 'react'
import type { Blocker } from '../../../../../shared/offboarding/findings.ts'
import type { Plan } from '../../../../../shared/offboarding/plan.ts'
import type { WizardStep } from '../../../../../shared/offboarding/wizard.ts'
import { QueryView } from '../../../components/QueryView/QueryView.tsx'
import { SkeletonRows } from '../../../components/QueryView/SkeletonRows.tsx'
import { EffectList } from '../../../components/EffectList/EffectList.tsx'
import { Findings } from '../../../components/PlanParts/Findings.tsx'
import { planSummary } from '../../../components/PlanParts/summary.ts'
import { MendLink } from './MendLink.tsx'
import classes from './ImpactPanel.module.css'

export type ImpactPanelProps = {
  plan: UseQueryResult<Plan>
  active: WizardStep
  /** What the choices lack that were begun: none of it is in the plan yet. */
  waiting: readonly string[]
  onGo: ((step: WizardStep) => void) | null
}

/** What becomes of everything that hangs on the person, with the choices as they are now. */
export function ImpactPanel(props: ImpactPanelProps) {
  return (
    <div className={classes.panel}>
      <h2 className={classes.title}>What happens</h2>
      <PanelBody {...props} />
    </div>
  )
}

function PanelBody({ plan, active, waiting, onGo }: ImpactPanelProps) {
  const mend = useCallback(
    (blocker: Blocker) => <MendLink blocker={blocker} active={active} onGo={onGo} />,
    [active, onGo],
  )
  if (plan.data === undefined && plan.fetchStatus === 'idle' && !plan.isError) {
    return <p className={classes.hint}>Choose a person to see what becomes of everything that belongs to them.</p>
  }
  return (
    <QueryView query={plan} failed="The plan could not be made" skeleton={<SkeletonRows rows={10} height={40} />}>
      {(data) => (
        <div aria-busy={plan.isPlaceholderData} className={classes.body}>
          <p className={classes.summary} role="status">
            {planSummary(data)}
          </p>
          {waiting.length > 0 && <Waiting problems={waiting} />}
          <Findings blockers={data.blockers} warnings={data.warnings} mend={mend} />
          <EffectList effects={data.effects} />
        </div>
      )}
    </QueryView>
  )
}

function Waiting({ problems }: { problems: readonly string[] }) {
  return (
    <div className={classes.waiting}>
      <IconHourglass size={16} aria-hidden />
      <div>
        Not decided yet, and shown as if nothing changed:
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
