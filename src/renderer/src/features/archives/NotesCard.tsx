import { IconLock, IconNotes } from '@tabler/icons-react'
import { useState } from 'react'
import type { ArchiveContent } from '../../../../shared/archives/model.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { Card } from '../../components/Card/Card.tsx'
import { FactList } from '../../components/FactList/FactList.tsx'
import type { EditedNotes } from '../../data/archives.ts'
import { formatDay } from '../../format/dates.ts'
import classes from './Archives.module.css'
import { NotesDialog } from './NotesDialog.tsx'

/** Purpose, tags, day, hold and note of an archive; they lie beside what was saved and are no part of it. */
export function NotesCard({ content }: { content: ArchiveContent }) {
  const [editing, setEditing] = useState(false)
  const { notes, notesProblem } = content
  const edit = (
    <AllowedButton permission="manageArchives" variant="default" size="compact-sm" onClick={() => setEditing(true)}>
      Edit notes…
    </AllowedButton>
  )
  return (
    <Card title="Notes" icon={<IconNotes size={16} />} actions={edit}>
      {notes.legalHold !== null && (
        <p className={classes.call} data-tone="amber">
          <IconLock size={16} aria-hidden />
          Under legal hold: {notes.legalHold}
        </p>
      )}
      <NotesShown notes={notes} />
      {editing && <NotesDialog content={content} onClose={() => setEditing(false)} />}
      {notesProblem !== null && <p className={classes.problem}>{notesProblem}</p>}
    </Card>
  )
}

function NotesShown({ notes: { purpose, tags, keepUntil, note } }: { notes: EditedNotes }) {
  return (
    <FactList
      facts={[
        { label: 'Purpose', value: purpose },
        { label: 'Tags', value: tags.join(', ') },
        { label: 'Keep until', value: keepUntil === null ? null : formatDay(keepUntil) },
        { label: 'Note', value: note === '' ? null : <span className={classes.noteText}>{note}</span> },
      ]}
    />
  )
}
