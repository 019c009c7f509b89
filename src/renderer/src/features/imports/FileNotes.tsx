import { useId } from 'react'
import { ScrollBox } from '../../components/ScrollBox/ScrollBox.tsx'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { formatCount } from '../../format/numbers.ts'
import classes from './Imports.module.css'

type FileNote = { file: string; reason: string }

/** As many as a person reads at once. */
const shown = 100

const columns: readonly DataColumn<FileNote>[] = [
  { key: 'file', head: 'File', cell: ({ file }) => file },
  { key: 'reason', head: 'Reason', cell: ({ reason }) => reason },
]

/** Files with a remark each; nothing is drawn when there are none. */
export function FileNotes({ title, files }: { title: string; files: readonly FileNote[] }) {
  const heading = useId()
  if (files.length === 0) return null
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={classes.heading}>
        {title}: {formatCount(files.length)}
        {files.length > shown && ` (the first ${formatCount(shown)})`}
      </h3>
      <ScrollBox labelledBy={heading}>
        <DataTable
          label={title}
          columns={columns}
          rows={files.slice(0, shown)}
          rowKey={({ file }, index) => `${file} ${index}`}
        />
      </ScrollBox>
    </section>
  )
}
