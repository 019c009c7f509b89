import type { ArchiveSort, ArchiveState } from '../../../../shared/archives/library.ts'
import type { ArchivesOrder } from '../../stores/archivesView.ts'

export const stateNames: Readonly<Record<ArchiveState, string>> = {
  valid: 'Verified',
  damaged: 'Damaged',
  never: 'Not verified',
  missing: 'Folder missing',
  due: 'To be decided',
  held: 'Under legal hold',
}

/** The orders that the page offers. */
export const orders: readonly (ArchivesOrder & { label: string })[] = [
  { sort: 'created', descending: true, label: 'Newest first' },
  { sort: 'created', descending: false, label: 'Oldest first' },
  { sort: 'person', descending: false, label: 'By person' },
  { sort: 'bytes', descending: true, label: 'Largest first' },
  { sort: 'messages', descending: true, label: 'Most messages first' },
  { sort: 'verified', descending: false, label: 'Longest unchecked first' },
  { sort: 'keepUntil', descending: false, label: 'Next to be decided first' },
]

export function orderKey({ sort, descending }: { sort: ArchiveSort; descending: boolean }): string {
  return `${sort} ${descending ? 'down' : 'up'}`
}
