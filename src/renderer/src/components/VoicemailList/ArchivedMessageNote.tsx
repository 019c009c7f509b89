import { Anchor, Button, Textarea } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react'
import { Link } from 'wouter'
import { useSaveMessageNote } from '../../data/archives.ts'
import { useKeepUnfinishedNote, useUnfinishedNote } from '../../stores/unfinishedNotes.ts'
import { AllowedButton } from '../AllowedButton/AllowedButton.tsx'
import { ErrorAlert } from '../ErrorAlert/ErrorAlert.tsx'
import type { ListedMessage } from './messages.ts'
import classes from './VoicemailList.module.css'

type Place = NonNullable<ListedMessage['archive']>

/** What somebody wrote about an archived message, and the way to its archive from a list of many. */
export function ArchivedMessageNote({ place }: { place: Place }) {
  const unfinished = useUnfinishedNote(place)
  const [editing, setEditing] = useState(unfinished !== null)
  const button = useFocusAfter(editing)
  if (editing) return <NoteForm place={place} unfinished={unfinished} onClose={() => setEditing(false)} />
  return (
    <div className={classes.note}>
      {place.note !== '' && <p className={classes.noteText}>{place.note}</p>}
      <AllowedButton
        ref={button}
        permission="manageArchives"
        variant="subtle"
        size="compact-xs"
        onClick={() => setEditing(true)}
      >
        {place.note === '' ? 'Add a note' : 'Change the note'}
      </AllowedButton>
      {place.owner !== null && (
        <Anchor component={Link} href={`/archives/${place.id}`} size="xs">
          Open the archive of {place.owner}
        </Anchor>
      )}
    </div>
  )
}

/** Gives the button that opened a form the focus when the form is gone, in whose place it stands again. */
function useFocusAfter(editing: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  const edited = useRef(false)
  useEffect(() => {
    if (edited.current && !editing) button.current?.focus()
    edited.current = editing
  }, [editing])
  return button
}

type NoteFormProps = {
  place: Place
  /** What is typed and not saved; it was there before the form when another message was looked at meanwhile. */
  unfinished: string | null
  onClose: () => void
}

function NoteForm({ place, unfinished, onClose }: NoteFormProps) {
  const keep = useKeepUnfinishedNote()
  const save = useSaveMessageNote(place.id)
  const note = unfinished ?? place.note
  const close = (): void => {
    keep(place, null)
    onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    // Also when another message is looked at by then. A failure is shown by the form.
    save.mutateAsync({ messageId: place.messageId, note }).then(close, () => undefined)
  }
  return (
    <form className={classes.noteForm} onSubmit={submit}>
      <Textarea
        aria-label="Note on this message"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={10_000}
        // Opened by a press of its button, and not by coming back to the message in the list.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={unfinished === null}
        value={note}
        onChange={({ currentTarget: { value } }) => keep(place, value)}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      />
      {save.isError && <ErrorAlert title="The note was not saved" error={save.error} />}
      <div className={classes.noteButtons}>
        {unfinished !== null && <span className={classes.unsaved}>Not saved yet</span>}
        <Button variant="default" size="compact-sm" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" size="compact-sm" loading={save.isPending}>
          Save note
        </Button>
      </div>
    </form>
  )
}
