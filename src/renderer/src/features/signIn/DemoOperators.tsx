import { UnstyledButton } from '@mantine/core'
import type { SessionStatus } from '../../../../shared/operators/model.ts'
import { roleNames } from '../../../../shared/operators/permissions.ts'
import classes from './SignIn.module.css'

type Shown = SessionStatus['shown'][number]
type DemoOperatorsProps = { operators: readonly Shown[]; busy: boolean; onChoose: (operator: Shown) => void }

/** The demo company's operators with their passwords; a click signs in. */
export function DemoOperators({ operators, busy, onChoose }: DemoOperatorsProps) {
  return (
    <section className={classes.card} aria-labelledby="demo-operators">
      <h2 id="demo-operators" className={classes.heading}>
        Operators of the demo company
      </h2>
      <p className={classes.hint}>Choose one to sign in, and see what each role may do.</p>
      <ul className={classes.operators}>
        {operators.map((operator) => (
          <li key={operator.userName}>
            <UnstyledButton className={classes.operator ?? ''} disabled={busy} onClick={() => onChoose(operator)}>
              <span className={classes.operatorRole}>
                {roleNames[operator.role]}
                {operator.auditPrivilege && ' with the audit privilege'}
              </span>
              <span className={classes.operatorFacts}>
                {operator.userName} <code>{operator.password}</code>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
