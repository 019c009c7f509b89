import type { ExtensionRow, ExtensionState, NumberState } from '../../../../shared/extensions/model.ts'
import type { Tone } from '../../components/StatusBadge/ToneBadge.tsx'

export const extensionStates: Readonly<Record<ExtensionState, { label: string; tone: Tone }>> = {
  assigned: { label: 'Assigned', tone: 'green' },
  deactivated: { label: 'User deactivated', tone: 'gray' },
  free: { label: 'Free', tone: 'blue' },
}

export const numberStates: Readonly<Record<NumberState, { label: string; tone: Tone }>> = {
  assigned: { label: 'Assigned', tone: 'green' },
  kept: { label: 'Kept, extension free', tone: 'blue' },
  parked: { label: 'Parked', tone: 'violet' },
  released: { label: 'Released', tone: 'red' },
  porting: { label: 'Porting', tone: 'amber' },
  available: { label: 'Available', tone: 'gray' },
}

/** Who can hear the voicemails of an extension. */
export function hearersOf({ holder, voicemails, hiddenVoicemails }: ExtensionRow): string {
  if (voicemails === 0) return ''
  if (holder === null || hiddenVoicemails === voicemails) return 'Administrators'
  return hiddenVoicemails === 0 ? holder.name : `${holder.name}, but for ${hiddenVoicemails} older`
}
