import { useState } from 'react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useArchiveFolder, useChooseFolder } from './preferences.ts'
import { useWhenDone } from './useWhenDone.ts'

export type Folder = OutputOf<'folders.archive'>
export type TargetFolder = ReturnType<typeof useTargetFolder>
/** Where it is kept which folder was chosen, and how that is changed. */
type Kept = readonly [Folder | null, (folder: Folder) => void]

/**
 * The folder that one archive goes into: the one for archives, until another is chosen. Which one is kept as long as the
 * component, or where kept says.
 */
export function useTargetFolder(onChosen: () => void, kept?: Kept) {
  const usual = useArchiveFolder()
  const choose = useChooseFolder()
  const own = useState<Folder | null>(null)
  const [chosen, setChosen] = kept ?? own
  useWhenDone(choose, (folder) => {
    if (folder === null) return
    setChosen(folder)
    onChosen()
  })
  const folder = chosen ?? usual.data
  const failed = choose.error ?? (chosen === null ? usual.error : null)
  return {
    folder,
    problem: failed?.message ?? folder?.problem ?? null,
    choosing: choose.isPending,
    choose: () => choose.mutate(),
  }
}
