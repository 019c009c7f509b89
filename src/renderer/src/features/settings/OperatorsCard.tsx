import { IconUserShield } from '@tabler/icons-react'
import { useState } from 'react'
import type { OperatorRow } from '../../../../shared/operators/model.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { Card } from '../../components/Card/Card.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { useOperators } from '../../data/operators.ts'
import { useRefusal } from '../../data/session.ts'
import { AddOperator } from './AddOperator.tsx'
import { OperatorDialog, type OperatorTask } from './OperatorDialog.tsx'
import { OperatorTable } from './OperatorTable.tsx'
import classes from './Settings.module.css'

/** Who may sign in to Offhook, and as what. */
export function OperatorsCard() {
  const refusal = useRefusal('viewOperators')
  const operators = useOperators(refusal === null)
  const [adding, setAdding] = useState(false)
  const [task, setTask] = useState<{ operator: OperatorRow; task: OperatorTask } | null>(null)
  return (
    <Card
      title="Operators"
      icon={<IconUserShield size={16} />}
      actions={
        <AllowedButton permission="manageOperators" variant="default" onClick={() => setAdding(true)}>
          Add operator…
        </AllowedButton>
      }
    >
      {refusal === null ? (
        <QueryView query={operators} failed="The operators could not be read">
          {(rows) => <OperatorTable rows={rows} onTask={(operator, chosen) => setTask({ operator, task: chosen })} />}
        </QueryView>
      ) : (
        <p className={classes.hint}>{refusal}</p>
      )}
      {adding && <AddOperator onClose={() => setAdding(false)} />}
      {task !== null && <OperatorDialog {...task} onClose={() => setTask(null)} />}
    </Card>
  )
}
