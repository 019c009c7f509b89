import type { ExtensionState, NumberState } from '../../../../shared/extensions/model.ts'
import { extensionStateNames, numberStateNames } from '../../../../shared/extensions/words.ts'
import type { Tone } from '../../components/StatusBadge/ToneBadge.tsx'

type Shown = { label: string; tone: Tone }

export const extensionStates: Readonly<Record<ExtensionState, Shown>> = {
  assigned: { label: extensionStateNames.assigned, tone: 'green' },
  deactivated: { label: extensionStateNames.deactivated, tone: 'gray' },
  free: { label: extensionStateNames.free, tone: 'blue' },
}

export const numberStates: Readonly<Record<NumberState, Shown>> = {
  assigned: { label: numberStateNames.assigned, tone: 'green' },
  kept: { label: numberStateNames.kept, tone: 'blue' },
  parked: { label: numberStateNames.parked, tone: 'violet' },
  released: { label: numberStateNames.released, tone: 'red' },
  porting: { label: numberStateNames.porting, tone: 'amber' },
  available: { label: numberStateNames.available, tone: 'gray' },
}
