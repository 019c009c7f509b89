import { useMutation } from '@tanstack/react-query'
import type { InputOf } from '../../../shared/ipc/contract.ts'
import { call } from '../ipc/client.ts'
import { useArchiveChange } from './archives.ts'

/** Asks for a sealed file with a dialog; null when it was cancelled. */
export function useChooseSealed() {
  return useMutation({ mutationFn: () => call('archives.chooseSealed', {}) })
}

/** Opens it, and puts what was in it on the list. */
export function useUnseal() {
  return useArchiveChange((request: InputOf<'archives.unseal'>) => call('archives.unseal', request))
}

/** Stops it; it then ends with CANCELLED. */
export function useStopUnsealing() {
  return useMutation({ mutationFn: () => call('archives.stopUnsealing', {}) })
}
