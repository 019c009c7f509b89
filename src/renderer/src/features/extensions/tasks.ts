import type { ExtensionRow, NumberRow } from '../../../../shared/extensions/model.ts'
import type { ExtensionId } from '../../../../shared/ids.ts'
import type { Permission } from '../../../../shared/operators/permissions.ts'

export type ExtensionRef = { id: ExtensionId; extensionNumber: string }

/** What a dialog is opened for. A number that is null is chosen in the dialog. */
export type Task =
  | {
      kind: 'reassign' | 'park' | 'release'
      extension: ExtensionRef
      phoneNumber: string | null
      /** The numbers to choose from. */
      phoneNumbers: readonly string[]
    }
  | { kind: 'reclaim'; extension: ExtensionRef | null; phoneNumber: string | null; unused: boolean }
  | { kind: 'profile'; extension: ExtensionRow }

export type OptionKey = Task['kind'] | 'openExtension' | 'openUser' | 'openVoicemail'
export type Option = {
  key: OptionKey
  label: string
  /** Why it makes no sense now or is not allowed, or null. */
  unavailable: string | null
}
type Refusal = (permission: Permission) => string | null

const frozen = 'The settings of a deactivated user are frozen'

/** What the ⋯ menu of an extension offers. */
export function extensionOptions(row: ExtensionRow, refusal: Refusal): Option[] {
  const { holder, state, phoneNumbers } = row
  const settings = state === 'deactivated' ? frozen : null
  const none = phoneNumbers.length === 0 ? 'No phone number leads here' : null
  const change = refusal('offboard')
  return [
    { key: 'openExtension', label: 'Open extension', unavailable: null },
    { key: 'openUser', label: 'Open user', unavailable: holder === null ? 'Nobody has the extension' : null },
    { key: 'openVoicemail', label: 'Open voicemail', unavailable: null },
    {
      key: 'profile',
      label: 'Give a new profile…',
      unavailable: change ?? (holder && `${holder.name} has the extension`),
    },
    { key: 'reassign', label: 'Reassign number…', unavailable: change ?? none ?? settings },
    { key: 'park', label: 'Park number…', unavailable: change ?? none ?? settings },
    { key: 'release', label: 'Release number…', unavailable: change ?? none ?? settings },
    { key: 'reclaim', label: 'Reclaim number…', unavailable: change ?? settings },
  ]
}

/** What the ⋯ menu of a phone number offers. today: a calendar day. */
export function numberOptions(row: NumberRow, refusal: Refusal, today: string): Option[] {
  const { state, holder, extension } = row
  const change = refusal('offboard')
  const onNone = extension === null ? 'The number is on no extension' : null
  const stuck =
    change ??
    onNone ??
    (state === 'porting' ? 'The number is being ported' : null) ??
    (holder !== null && holder.status !== 'ACTIVE' ? frozen : null)
  return [
    { key: 'openExtension', label: 'Open extension', unavailable: onNone },
    { key: 'openUser', label: 'Open user', unavailable: holder === null ? 'Nobody has the number' : null },
    { key: 'reassign', label: 'Reassign…', unavailable: stuck },
    { key: 'park', label: 'Park…', unavailable: stuck },
    { key: 'release', label: 'Release…', unavailable: stuck },
    {
      key: 'reclaim',
      label: state === 'available' ? 'Assign…' : 'Reclaim…',
      unavailable: change ?? whyNotReclaim(row, today),
    },
  ]
}

function whyNotReclaim({ state, extension, until }: NumberRow, today: string): string | null {
  if (extension !== null) return 'The number is on an extension'
  return state === 'released' && (until ?? '') < today ? 'The days for it are over' : null
}
