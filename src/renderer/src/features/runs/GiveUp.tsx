import { Button, Group, Popover } from '@mantine/core'
import { useState } from 'react'
import type { Run } from '../../../../shared/offboarding/run.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { useKeepFocus } from '../../components/PageHeader/keepFocus.ts'
import { formatQuantity } from '../../format/numbers.ts'
import type { useRunCommand } from './useRun.ts'
import classes from './RunView.module.css'

/** Ends a run for good, after saying what stays done and what is left undone. */
export function GiveUp({ run, abandon }: { run: Run; abandon: ReturnType<typeof useRunCommand> }) {
  const [open, setOpen] = useState(false)
  const left = run.stepsTotal - run.stepsDone
  useKeepFocus()
  return (
    <Popover opened={open} onChange={setOpen} trapFocus returnFocus width={360} position="bottom-end" shadow="md">
      <Popover.Target>
        <AllowedButton
          permission="offboard"
          variant="default"
          onClick={() => setOpen(!open)}
          loading={abandon.isPending}
        >
          Give up this run…
        </AllowedButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="Give up this run">
        <p className={classes.giveUp}>
          {run.stepsDone > 0 &&
            `${formatQuantity(run.stepsDone, 'step is done and stays so', 'steps are done and stay so')}; `}
          {formatQuantity(left, 'step')} will not be taken.{' '}
          {run.archive !== null && 'What the archive holds stays where it is. '}
          The run cannot be continued afterwards.
        </p>
        <Group gap="xs" justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => setOpen(false)}>
            Keep the run
          </Button>
          <Button
            color="red.9"
            onClick={() => {
              setOpen(false)
              abandon.mutate(run.id)
            }}
          >
            Give up {formatQuantity(left, 'step')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
