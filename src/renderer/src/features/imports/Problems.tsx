import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useId } from 'react'
import type { ImportProblem } from '../../../../shared/imports/contract.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { ScrollBox } from '../../components/ScrollBox/ScrollBox.tsx'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { useSaveProblems } from '../../data/imports.ts'
import { formatCount } from '../../format/numbers.ts'
import classes from './Imports.module.css'

const outcomes: Readonly<Record<ImportProblem['outcome'], string>> = {
  skipped: 'Skipped',
  unreadable: 'Not readable',
  guessed: 'Imported with a guess',
}

const columns: readonly DataColumn<ImportProblem>[] = [
  { key: 'outcome', head: 'Outcome', width: 150, cell: ({ outcome }) => outcomes[outcome] },
  { key: 'file', head: 'File', cell: ({ file }) => file },
  { key: 'reason', head: 'Reason', cell: ({ reason }) => reason },
]

type Told = { problemCount: number; problems: readonly ImportProblem[] }

/** What is left out, cannot be read or is guessed, with the reason; the whole list can be saved. */
export function Problems({ told: { problemCount, problems } }: { told: Told }) {
  const heading = useId()
  if (problemCount === 0) return null
  return (
    <section aria-labelledby={heading}>
      <div className={classes.listHead}>
        <h3 id={heading} className={classes.heading}>
          Problems: {formatCount(problemCount)}
          {problemCount > problems.length && ` (the first ${formatCount(problems.length)})`}
        </h3>
        <SaveProblems />
      </div>
      <ScrollBox labelledBy={heading}>
        <DataTable
          label="Problems"
          columns={columns}
          rows={problems}
          rowKey={({ file }, index) => `${file} ${index}`}
        />
      </ScrollBox>
    </section>
  )
}

function SaveProblems() {
  const save = useSaveProblems()
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<IconDownload size={15} aria-hidden />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        Save all as CSV…
      </Button>
      {save.isError && <ErrorAlert title="The list was not saved" error={save.error} />}
      {save.data && (
        <span role="status" className={classes.about}>
          Saved as {save.data.fileName}
        </span>
      )}
    </>
  )
}
