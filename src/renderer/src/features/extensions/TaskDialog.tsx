import { ProfileDialog } from './dialogs/ProfileDialog.tsx'
import { NumberDialog } from './dialogs/NumberDialog.tsx'
import { ReclaimDialog } from './dialogs/ReclaimDialog.tsx'
import type { Task } from './tasks.ts'

/** The dialog of what was chosen in a menu: each is a plan of its own. */
export function TaskDialog({ task, onClose }: { task: Task | null; onClose: () => void }) {
  switch (task?.kind) {
    case undefined:
      return null
    case 'profile':
      return <ProfileDialog extension={task.extension} onClose={onClose} />
    case 'reclaim':
      return <ReclaimDialog task={task} onClose={onClose} />
    case 'reassign':
    case 'park':
    case 'release':
      return <NumberDialog task={task} onClose={onClose} />
  }
}
