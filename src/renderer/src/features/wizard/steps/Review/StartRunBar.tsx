import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { deletesAccount, type Plan } from '../../../../../../shared/offboarding/plan.ts'
import { planTitle } from '../../../../../../shared/offboarding/planTitle.ts'
import { AllowedButton } from '../../../../components/AllowedButton/AllowedButton.tsx'
import { Truncated } from '../../../../components/Truncated/Truncated.tsx'
import { formatQuantity } from '../../../../format/numbers.ts'
import type { StartRun } from '../../useStartRun.ts'
import { confirmationOf } from '../../../../components/WizardStepper/titles.ts'
import classes from './ReviewStep.module.css'

/** The button that starts the run: it carries verb and name, and a deletion asks for the extension to be typed. */
export function StartRunBar({ plan, run }: { plan: UseQueryResult<Plan>; run: StartRun }) {
  const [typed, setTyped] = useState('')
  const { data } = plan
  if (data === undefined) return null
  const deletes = deletesAccount(data)
  const expected = confirmationOf(data)
  const confirmed = !deletes || typed.trim() === expected
  const blocked = data.blockers.length
  return (
    <div className={classes.bar}>
      {blocked > 0 && <span className={classes.blocked}>{unresolved(blocked)}</span>}
      {deletes && blocked === 0 && (
        <TextInput
          label={`Type ${expected} to confirm`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          classNames={{ root: classes.confirm!, label: classes.confirmLabel! }}
        />
      )}
      <AllowedButton
        permission="offboard"
        color={deletes ? 'red.9' : 'petrol'}
        maw={420}
        loading={run.pending}
        unavailable={whyNotStart({ blocked, confirmed, expected, replanning: plan.isPlaceholderData })}
        onClick={() => run.start(deletes ? typed.trim() : null)}
      >
        <Truncated text={planTitle(data)} />
      </AllowedButton>
    </div>
  )
}

type Readiness = { blocked: number; confirmed: boolean; expected: string; replanning: boolean }

function whyNotStart({ blocked, confirmed, expected, replanning }: Readiness): string | null {
  if (blocked > 0) return unresolved(blocked)
  if (!confirmed) return `Type ${expected} first`
  return replanning ? 'The plan is being made anew' : null
}

function unresolved(blocked: number): string {
  return `${formatQuantity(blocked, 'blocker')} must be resolved first`
}
