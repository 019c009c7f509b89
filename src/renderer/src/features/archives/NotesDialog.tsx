import { TagsInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ArchiveContent } from '../../../../shared/archives/model.ts'
import { FormModal } from '../../components/FormModal/FormModal.tsx'
import { useSaveNotes, type EditedNotes } from '../../data/archives.ts'
import { todayUtc } from '../../format/today.ts'
import { useAnnounce } from '../../stores/announcements.ts'
import { archiveName } from './archiveName.ts'

/** first: the field that has the keyboard when it opens. */
type NotesDialogProps = { content: ArchiveContent; first?: FirstField; onClose: () => void }
type FirstField = 'purpose' | 'keepUntil'

/** Changes the notes of an archive; what somebody else wrote meanwhile is not overwritten. */
export function NotesDialog({ content, first = 'purpose', onClose }: NotesDialogProps) {
  const { archive, notes, notesBase } = content
  const { purpose, tags, keepUntil, note } = notes
  const [saved] = useState<EditedNotes>({ purpose, tags, keepUntil, note })
  const [edited, setEdited] = useState(saved)
  const save = useSaveNotes(archive.id)
  const announce = useAnnounce()
  const done = (): void => {
    announce('The notes are saved.')
    onClose()
  }
  return (
    <FormModal
      title={`Notes on ${archiveName(archive)}`}
      confirm="Save notes"
      failed="The notes were not saved"
      unsaved={differs(edited, saved)}
      change={save}
      onSubmit={() => save.mutate({ base: notesBase, notes: edited })}
      onClose={onClose}
      onDone={done}
    >
      <NotesFields edited={edited} first={first} onChange={(part) => setEdited({ ...edited, ...part })} />
    </FormModal>
  )
}

function differs(edited: EditedNotes, saved: EditedNotes): boolean {
  return (
    edited.purpose !== saved.purpose ||
    edited.keepUntil !== saved.keepUntil ||
    edited.note !== saved.note ||
    edited.tags.join(',') !== saved.tags.join(',')
  )
}

type NotesFieldsProps = { edited: EditedNotes; first: FirstField; onChange: (part: Partial<EditedNotes>) => void }

function NotesFields({ edited, first, onChange }: NotesFieldsProps) {
  return (
    <>
      <TextInput
        label="Purpose"
        description="Why it is kept"
        maxLength={200}
        data-autofocus={first === 'purpose' || undefined}
        value={edited.purpose}
        onChange={(event) => onChange({ purpose: event.currentTarget.value })}
      />
      <TagsInput
        label="Tags"
        description="Enter or a comma ends a tag"
        maxTags={30}
        splitChars={[',']}
        value={edited.tags}
        onChange={(tags) => onChange({ tags: tags.map((tag) => tag.slice(0, 40)) })}
      />
      <TextInput
        label="Keep until"
        description={keepUntilHint(edited.keepUntil)}
        type="date"
        data-autofocus={first === 'keepUntil' || undefined}
        value={edited.keepUntil ?? ''}
        onChange={(event) =>
          onChange({ keepUntil: event.currentTarget.value === '' ? null : event.currentTarget.value })
        }
      />
      <Textarea
        label="Note"
        autosize
        minRows={3}
        maxRows={12}
        maxLength={10_000}
        value={edited.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  )
}

/** A day that has come may be meant, or be a slip of the year: it is said, and taken. */
function keepUntilHint(day: string | null): string {
  return day !== null && day <= todayUtc()
    ? 'This day has come already. Offhook removes nothing by itself.'
    : 'On this day Offhook asks. It removes nothing by itself.'
}
