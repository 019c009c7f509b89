import { useState } from 'react'
import type { SealedFile } from '../../../../shared/archives/unsealContract.ts'
import { useChooseSealed } from '../../data/unsealing.ts'
import { useWhenDone } from '../../data/useWhenDone.ts'

/** The sealed file that was chosen last, until what opens it is closed; a dialog that is cancelled leaves the one before. */
export function useSealedChoice() {
  const choose = useChooseSealed()
  const [file, setFile] = useState<SealedFile | null>(null)
  useWhenDone(choose, (chosen) => chosen !== null && setFile(chosen))
  return { choose, file, drop: () => setFile(null) }
}
