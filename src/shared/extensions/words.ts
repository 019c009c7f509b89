import type { ExtensionRow, ExtensionState, NumberState } from './model.ts'

export const extensionStateNames: Readonly<Record<ExtensionState, string>> = {
  assigned: 'Assigned',
  deactivated: 'User deactivated',
  free: 'Free',
}

export const numberStateNames: Readonly<Record<NumberState, string>> = {
  assigned: 'Assigned',
  kept: 'Kept, extension free',
  parked: 'Parked',
  released: 'Released',
  porting: 'Porting',
  available: 'Available',
}

/** Who can hear the voicemails of an extension; nothing when it has none. */
export function hearersOf({ holder, voicemails, hiddenVoicemails }: ExtensionRow): string {
  if (voicemails === 0) return ''
  if (holder === null || hiddenVoicemails === voicemails) return 'Administrators'
  return hiddenVoicemails === 0 ? holder.name : `${holder.name}, but for ${hiddenVoicemails} older`
}
