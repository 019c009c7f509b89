import { useState } from 'react'
import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { useArchiveFolder, useChooseFolder } from '../../data/preferences.ts'
import { useWhenDone } from '../../data/useWhenDone.ts'

type Folder = OutputOf<'folders.archive'>
export type TargetFolder = ReturnType<typeof useTargetFolder>

/** The folder that an archive goes into: the one for archives, until another is chosen. */
export function useTargetFolder(onChosen: () => void) {
  const usual = useArchiveFolder()
  const choose = useChooseFolder()
  const [chosen, setChosen] = useState<Folder | null>(null)
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
