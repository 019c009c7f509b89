import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { deletesAccount, type Plan } from '../../../../../../shared/offboarding/plan.ts'
import { Truncated } from '../../../../components/Truncated/Truncated.tsx'
import { formatQuantity } from '../../../../format/numbers.ts'
import type { StartRun } from '../../useStartRun.ts'
import { confirmationOf, planTitle } from '../../../../components/WizardStepper/titles.ts'
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
      {blocked > 0 && (
        <span id="start-blocked" className={classes.blocked}>
          {formatQuantity(blocked, 'blocker')} must be mended first
        </span>
      )}
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
      <Button
        color={deletes ? 'red.9' : 'petrol'}
        maw={420}
        loading={run.pending}
        disabled={blocked > 0 || !confirmed || plan.isPlaceholderData}
        aria-describedby={blocked > 0 ? 'start-blocked' : undefined}
        onClick={() => run.start(deletes ? typed.trim() : null)}
      >
        <Truncated text={planTitle(data)} />
      </Button>
    </div>
  )
}
