import type { DraftId } from '../../../shared/ids.ts'
import type { Folder } from '../data/useTargetFolder.ts'
import { createOperatorStore } from './operatorStore.ts'

type State = { folders: ReadonlyMap<DraftId, Folder> }
type Actions = { keep: (draftId: DraftId, folder: Folder) => void }

const useDraftFolderStore = createOperatorStore<State & Actions>((set) => ({
  folders: new Map(),
  keep: (draftId, folder) => set(({ folders }) => ({ folders: new Map(folders).set(draftId, folder) })),
}))

/** The folder that was chosen for the archive of a draft, or null. Like the grant of a folder it ends with the app. */
export const useDraftFolder = (draftId: DraftId) => useDraftFolderStore(({ folders }) => folders.get(draftId) ?? null)
export const useKeepDraftFolder = () => useDraftFolderStore((state) => state.keep)
