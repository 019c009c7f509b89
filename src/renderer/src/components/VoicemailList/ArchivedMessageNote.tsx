import { Anchor, Button, Textarea } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react'
import { Link } from 'wouter'
import { useSaveMessageNote } from '../../data/archives.ts'
import { AllowedButton } from '../AllowedButton/AllowedButton.tsx'
import { ErrorAlert } from '../ErrorAlert/ErrorAlert.tsx'
import type { ListedMessage } from './messages.ts'
import classes from './VoicemailList.module.css'

type Place = NonNullable<ListedMessage['archive']>

/** What somebody wrote about an archived message, and the way to its archive from a list of many. */
export function ArchivedMessageNote({ place }: { place: Place }) {
  const [editing, setEditing] = useState(false)
  const button = useFocusAfter(editing)
  if (editing) return <NoteForm place={place} onClose={() => setEditing(false)} />
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

function NoteForm({ place, onClose }: { place: Place; onClose: () => void }) {
  const [note, setNote] = useState(place.note)
  const save = useSaveMessageNote(place.id)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({ messageId: place.messageId, note }, { onSuccess: onClose })
  }
  return (
    <form className={classes.noteForm} onSubmit={submit}>
      <Textarea
        aria-label="Note on this message"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={10_000}
        // The form was asked for by a press of its button.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      {save.isError && <ErrorAlert title="The note was not saved" error={save.error} />}
      <div className={classes.noteButtons}>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" size="compact-sm" loading={save.isPending}>
          Save note
        </Button>
      </div>
    </form>
  )
}
