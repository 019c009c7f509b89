import { savesMessages, type Plan } from '../../../../shared/offboarding/plan.ts'
import type { TargetFolder } from '../../data/useTargetFolder.ts'
import { ArchiveFolder } from '../ArchiveFolder/ArchiveFolder.tsx'
import { EffectList } from '../EffectList/EffectList.tsx'
import { Findings } from '../PlanParts/Findings.tsx'
import classes from './PlanDialog.module.css'

function untouchedText(count: number): string {
  return count === 1 ? 'One other thing stays as it is' : `${count} other things stay as they are`
}

type PlanOutcomeProps = { plan: Plan; busy: boolean; target: TargetFolder }

/** What the plan does; what stays as it is can be opened. Where an archive is made, also where it goes. */
export function PlanOutcome({ plan, busy, target }: PlanOutcomeProps) {
  const decided = plan.effects.filter(({ step }) => step !== null)
  const untouched = plan.effects.filter(({ step }) => step === null)
  return (
    <div aria-busy={busy} className={classes.plan}>
      <Findings blockers={plan.blockers} warnings={plan.warnings} />
      <div role="status">
        {decided.length === 0 ? <p className={classes.missing}>Nothing changes.</p> : <EffectList effects={decided} />}
      </div>
      {untouched.length > 0 && (
        <details className={classes.untouched}>
          <summary>{untouchedText(untouched.length)}</summary>
          <EffectList effects={untouched} />
        </details>
      )}
      {savesMessages(plan) && plan.subject.kind === 'extension' && (
        <p className={classes.missing}>
          The voicemails are saved and proven first: a number is released only behind a proven archive.
        </p>
      )}
      {savesMessages(plan) && <ArchiveFolder target={target} />}
    </div>
  )
}
