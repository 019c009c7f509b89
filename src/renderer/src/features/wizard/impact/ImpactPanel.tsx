import type { UseQueryResult } from '@tanstack/react-query'
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
  onGo: ((step: WizardStep) => void) | null
}

/** What becomes of everything that hangs on the person, with the choices as they are now. */
export function ImpactPanel({ plan, active, onGo }: ImpactPanelProps) {
  return (
    <div className={classes.panel}>
      <h2 className={classes.title}>What happens</h2>
      <PanelBody plan={plan} active={active} onGo={onGo} />
    </div>
  )
}

function PanelBody({ plan, active, onGo }: ImpactPanelProps) {
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
          <Findings blockers={data.blockers} warnings={data.warnings} mend={mend} />
          <EffectList effects={data.effects} />
        </div>
      )}
    </QueryView>
  )
}
