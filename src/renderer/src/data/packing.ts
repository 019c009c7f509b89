import { useMutation } from '@tanstack/react-query'
import type { ArchiveId } from '../../../shared/ids.ts'
import { call } from '../ipc/client.ts'

/** Makes one zip of an archive, where a dialog says; null when that was cancelled. */
export function useExportArchive(archiveId: ArchiveId) {
  return useMutation({ mutationFn: () => call('archives.export', { archiveId }) })
}

/** The same, sealed with a passphrase. */
export function useSealArchive(archiveId: ArchiveId) {
  return useMutation({ mutationFn: (passphrase: string) => call('archives.seal', { archiveId, passphrase }) })
}

/** Shows the file that was written last in its folder. */
export function useShowPacked() {
  return useMutation({ mutationFn: () => call('archives.showPacked', {}) })
}

/** Stops either; it then ends with CANCELLED. */
export function useStopPacking() {
  return useMutation({ mutationFn: () => call('archives.stopPacking', {}) })
}
