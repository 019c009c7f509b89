import { ActionIcon, Code, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { Plan } from '../../../../../../shared/offboarding/plan.ts'
import { subjectDetail } from '../../../../../../shared/offboarding/subject.ts'
import { Truncated } from '../../../../components/Truncated/Truncated.tsx'
import { formatDay } from '../../../../format/dates.ts'
import classes from './ReviewStep.module.css'

/** Enough of the hash to compare two plans by eye. */
const shown = 12

/** What the plan is about, and which plan it is. */
export function PlanSubject({ plan }: { plan: Plan }) {
  const { subject, hash, asOf } = plan
  return (
    <div className={classes.subject}>
      <div className={classes.person}>
        <Truncated text={subject.name} className={classes.name} />
        <Truncated text={subjectDetail(subject)} className={classes.dim} />
      </div>
      <div className={classes.hash}>
        <span className={classes.dim}>Plan of {formatDay(asOf)}</span>
        <Code>{hash.slice(0, shown)}</Code>
        <CopyButton value={hash}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? 'Copied' : 'Copy the whole hash'}>
              <ActionIcon size="sm" aria-label={copied ? 'Plan hash copied' : 'Copy the plan hash'} onClick={copy}>
                {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </div>
    </div>
  )
}
