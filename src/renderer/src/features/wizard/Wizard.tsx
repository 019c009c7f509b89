import { useRef, useState } from 'react'
import type { DraftRow } from '../../../../shared/offboarding/contract.ts'
import { planTitle } from '../../../../shared/offboarding/planTitle.ts'
import { isUntouched, stepProblem, wizardSteps, type WizardStep } from '../../../../shared/offboarding/wizard.ts'
import { focusFirstWrong } from '../../components/FormModal/focusFirstWrong.ts'
import { ImpactPanel, type ImpactPanelProps } from './impact/ImpactPanel.tsx'
import { StepHeading } from './StepHeading.tsx'
import { StepContent } from './StepContent.tsx'
import { UnfinishedRun } from './UnfinishedRun.tsx'
import { useDraft } from './useDraft.ts'
import { useOpenDecisions } from './useOpenDecisions.ts'
import { usePlan } from '../../data/plans.ts'
import { useInventory } from './useInventory.ts'
import { useStartRun } from './useStartRun.ts'
import { useWizardKeys } from './useWizardKeys.ts'
import { WizardFooter } from './WizardFooter.tsx'
import { WizardHead } from './WizardHead.tsx'
import { WizardStepper } from '../../components/WizardStepper/WizardStepper.tsx'
import { presetTitles } from '../../components/WizardStepper/titles.ts'
import classes from './Wizard.module.css'

/** The frame of the wizard: steps above, the step, its impact beside it, Back and Continue below. */
export function Wizard({ draft }: { draft: DraftRow }) {
  const { state, dispatch, problem: saveProblem, close } = useDraft(draft)
  const plan = usePlan(state.userId === null ? null : { kind: 'person', userId: state.userId, choices: state.choices })
  const inventory = useInventory(state.userId)
  const run = useStartRun({ draftId: draft.id, state, plan }, close)
  const [refused, setRefused] = useState(false)
  const content = useRef<HTMLDivElement>(null)
  const { active } = state
  const open = useOpenDecisions(`${draft.id} ${state.userId ?? ''}`, active)

  const problems = [stepProblem(state, active), ...open.problems].filter((one) => one !== null)
  const previous = wizardSteps[wizardSteps.indexOf(active) - 1]
  function go(step: WizardStep): void {
    setRefused(false)
    dispatch({ type: 'wentTo', step })
  }
  function proceed(): void {
    setRefused(problems.length > 0)
    if (problems.length === 0) dispatch({ type: 'stepCompleted' })
    else focusFirstWrong(content.current)
  }
  const back = previous === undefined ? null : () => go(previous)
  const forward = active === 'review' || active === 'run' ? null : proceed
  useWizardKeys(back, forward)

  return (
    <div className={classes.page}>
      <WizardHead
        title={plan.data === undefined ? presetTitles[state.preset] : planTitle(plan.data)}
        untouched={isUntouched(state)}
        saveProblem={saveProblem}
      />
      <WizardStepper state={state} onGo={go} />
      <div className={classes.body} data-wide={active === 'review' || undefined}>
        <div ref={content} className={classes.content}>
          <StepHeading key={active} step={active} />
          {state.userId !== null && active !== 'person' && <UnfinishedRun userId={state.userId} />}
          <StepContent
            state={state}
            dispatch={dispatch}
            plan={plan}
            inventory={inventory}
            setOpen={open.setOpen}
            kindOf={open.kindOf}
            problemOf={(decision) => (refused ? open.problemOf(decision) : null)}
            run={run}
          />
        </div>
        <Impact plan={plan} active={active} waiting={open.waiting} onGo={go} />
      </div>
      <WizardFooter
        back={back}
        forward={forward}
        problem={refused ? (problems[0] ?? null) : null}
        plan={plan}
        run={run}
      />
    </div>
  )
}

function Impact(props: ImpactPanelProps) {
  return (
    // Scrolled with the arrow keys by whoever has no mouse.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className={classes.aside} aria-label="Impact" tabIndex={0}>
      <ImpactPanel {...props} />
    </aside>
  )
}
