import type { ArchiveId } from '../../../shared/ids.ts'
import { createOperatorStore } from './operatorStore.ts'

/** A message in an archive: one that was archived twice has a note in each. */
type Place = { id: ArchiveId; messageId: string; note: string }
type State = { notes: ReadonlyMap<string, string> }
type Actions = { keep: (place: Place, note: string | null) => void }

const useUnfinishedNotesStore = createOperatorStore<State & Actions>((set) => ({
  notes: new Map(),
  keep: (place, note) =>
    set(({ notes }) => {
      const next = new Map(notes)
      if (note === null) next.delete(keyOf(place))
      else next.set(keyOf(place), note)
      return { notes: next }
    }),
}))

function keyOf({ id, messageId }: Place): string {
  return `${id} ${messageId}`
}

/** What was typed as the note on a message and differs from what is saved, or null. */
export const useUnfinishedNote = (place: Place) =>
  useUnfinishedNotesStore(({ notes }) => {
    const typed = notes.get(keyOf(place))
    return typed === undefined || typed === place.note ? null : typed
  })
/** Keeps what was typed while other messages are looked at; null when it is saved or not wanted any more. */
export const useKeepUnfinishedNote = () => useUnfinishedNotesStore((state) => state.keep)
