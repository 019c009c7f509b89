import { dataOf } from '../../../../../../shared/offboarding/data.ts'
import type { DatumKind } from '../../../../../../shared/offboarding/datum.ts'
import type { Effect } from '../../../../../../shared/offboarding/effects.ts'
import { fullName, type Inventory } from '../../../../../../shared/offboarding/inventory.ts'
import { formatDay } from '../../../../format/dates.ts'
import { formatCount, formatQuantity } from '../../../../format/numbers.ts'
import { formatPhoneNumber } from '../../../../format/phoneNumbers.ts'

export type Topic =
  | 'voicemail'
  | 'number'
  | 'signIn'
  | 'devices'
  | 'groups'
  | 'account'
  | 'analytics'
  | 'chat'
  | 'products'
export type Consideration = { topic: Topic; title: string; text: string }

/**
 * "Things to consider" of the article, said about this person: only what the person has is mentioned. What a date
 * depends on is in the effects of the plan; they are null while it is made.
 */
export function considerations(inventory: Inventory, effects: readonly Effect[] | null): Consideration[] {
  const name = fullName(inventory.user)
  const have = (kind: DatumKind): number => dataOf(inventory).find((datum) => datum.what === kind)?.count ?? 0
  const on = inventory.extension === null ? '' : ` extension ${inventory.extension.extensionNumber}`
  const { voicemail } = inventory
  const all: (Consideration | false)[] = [
    voicemail.count > 0 && {
      topic: 'voicemail',
      title: `${formatQuantity(voicemail.count, 'voicemail message')}, ${formatCount(voicemail.unread)} not heard`,
      text: `Voicemail belongs to${on}, not to ${name}. Every message is saved and proven before anything is removed; the originals can stay, move to another extension, or be deleted.`,
    },
    inventory.phoneNumbers.length > 0 && {
      topic: 'number',
      title: inventory.phoneNumbers.map((one) => formatPhoneNumber(one.phoneNumber)).join(', '),
      text: `A number belongs to an extension. It can stay on${on} for the next person, move to another extension, be parked until a date, or be given back.`,
    },
    {
      topic: 'signIn',
      title: inventory.user.signInRevoked ? 'Sign-in is blocked already' : signInTitle(inventory.user.openSessions),
      text: inventory.user.signInRevoked
        ? `${name} has no login access any more.`
        : `${name} has no login access from the moment the plan begins; open sessions end.`,
    },
    inventory.devices.length > 0 && {
      topic: 'devices',
      title: inventory.devices.map((device) => device.model).join(', '),
      text: 'After deactivation an active device can dial an emergency number and nothing else.',
    },
    have('ringGroup') + have('callQueue') > 0 && {
      topic: 'groups',
      title: [...inventory.ringGroups, ...inventory.callQueues].map((group) => group.name).join(', '),
      text: 'Ring groups and call queues go on ringing a phone that nobody answers, unless the extension leaves them.',
    },
    have('meeting') + have('contact') > 0 && {
      topic: 'account',
      title: `${formatQuantity(have('meeting'), 'meeting')}, ${formatQuantity(have('contact'), 'contact')}`,
      text: 'Meeting history and contacts are permanently deleted with the account. They can be part of the archive.',
    },
    have('callRecord') + have('billingRecord') > 0 && {
      topic: 'analytics',
      title: `${formatQuantity(have('callRecord'), 'call record')}, ${formatQuantity(have('billingRecord'), 'billing record')}`,
      text: `Kept in Analytics indefinitely. Other people still see their calls with ${name}.`,
    },
    have('chatMessage') > 0 && {
      topic: 'chat',
      title: formatQuantity(have('chatMessage'), 'chat message'),
      text: 'Kept indefinitely; only the primary administrator and holders of the audit privilege can read them.',
    },
    have('fax') + have('textMessage') > 0 && {
      topic: 'products',
      title: `${formatQuantity(have('fax'), 'fax', 'faxes')}, ${formatQuantity(have('textMessage'), 'text message')}`,
      text: otherProducts(effects),
    },
  ]
  return all.filter((one) => one !== false)
}

function otherProducts(effects: readonly Effect[] | null): string {
  if (effects === null) return 'Data of all other products is deleted when its retention period ends.'
  const ends = effects.find((one) => (one.what === 'fax' || one.what === 'textMessage') && one.fate === 'removedOn')
  return ends === undefined || ends.until === null
    ? 'Data of all other products stays while the account does.'
    : `Data of all other products is deleted on ${formatDay(ends.until)} when the plan runs today.`
}

function signInTitle(sessions: number): string {
  return sessions === 0 ? 'Sign-in is allowed' : `Sign-in is allowed, ${formatQuantity(sessions, 'open session')}`
}
