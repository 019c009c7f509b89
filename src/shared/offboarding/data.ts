import { administrators, bulk, items, nouns, one, type Datum, type Noun } from './datum.ts'
import type { AnyInventory, ExtensionInventory, Inventory, UndoInventory } from './inventory.ts'

type Rule = Inventory['forwardingRules'][number]

const auditors = 'Primary administrator and holders of the audit privilege'

/** Everything of the inventory as data, in the order in which it is shown; kinds that there are none of are left out. */
export function dataOf(inventory: AnyInventory): Datum[] {
  if ('user' in inventory) return personData(inventory).filter(({ count }) => count > 0)
  if ('undo' in inventory) return takenData(inventory)
  if ('holder' in inventory) return extensionData(inventory).filter(({ count }) => count > 0)
  const { voicemail, extensions } = inventory
  const on = `${extensions.length === 1 ? 'Extension' : 'Extensions'} ${extensions.map(({ extensionNumber }) => extensionNumber).join(', ')}`
  return [bulk('voicemailMessage', voicemail.count, on, hearers(voicemail))]
}

function personData(inventory: Inventory): Datum[] {
  const { user, extension } = inventory
  const onExtension = extension === null ? 'No extension' : `Extension ${extension.extensionNumber}`
  return [
    one('signIn', user.signInRevoked ? 'Blocked' : 'Allowed', 'The person'),
    profile(user),
    ...dataOnExtension(inventory, onExtension),
    items('licence', inventory.licences, (licence) => [licence.id, licence.name], 'Assigned to the person'),
    ...groupsOf(inventory, onExtension),
    ...recordsOf(inventory, onExtension),
  ]
}

/** Who was deactivated is shown to administrators alone. */
function profile({ status }: Inventory['user']): Datum {
  return status === 'ACTIVE'
    ? one('profile', 'Directory', 'Everyone in the company')
    : one('profile', status === 'INACTIVE' ? 'Directory, deactivated' : 'Deleted', administrators)
}

/** Whoever cannot sign in sees nothing of the account any more. */
function insideOf({ user }: Inventory): string {
  return user.signInRevoked || user.status !== 'ACTIVE' ? administrators : 'The person'
}

function extensionData(inventory: ExtensionInventory): Datum[] {
  const onExtension = `Extension ${inventory.extension.extensionNumber}`
  const elsewhere = inventory.asked.filter(({ status }) => status !== 'ASSIGNED' && status !== 'PORTING')
  return [
    ...dataOnExtension(inventory, onExtension),
    {
      ...items('phoneNumber', elsewhere, (number) => [number.phoneNumber, number.phoneNumber], 'On no extension'),
      noun: ['Phone number on no extension', 'Phone numbers on no extension'],
    },
    ...groupsOf(inventory, onExtension),
    ownCalls(inventory.counts.callLog, onExtension),
  ]
}

function dataOnExtension(inventory: Inventory | ExtensionInventory, onExtension: string): Datum[] {
  const { extension, counts } = inventory
  return [
    ...(extension === null
      ? []
      : [one('extension', onExtension, 'Everyone in the company', extension.extensionNumber)]),
    items('phoneNumber', inventory.phoneNumbers, (number) => [number.phoneNumber, number.phoneNumber], onExtension),
    bulk(
      'voicemailMessage',
      inventory.voicemail.count,
      onExtension,
      hearers(inventory.voicemail, 'holder' in inventory && inventory.holder === null),
    ),
    items('greeting', inventory.greetings, (greeting) => [greeting.id, greetingNames[greeting.kind]], onExtension),
    bulk('voicemailNotification', notifies(inventory) ? 1 : 0, onExtension, 'The person, by email'),
    bulk('callerId', hasCallerId(inventory) ? 1 : 0, onExtension, 'Called parties'),
    items('forwardingRule', inventory.forwardingRules, (rule) => [rule.id, ruleName(rule)], onExtension),
    bulk('emergencyAddress', extension?.emergencyAddress ? 1 : 0, onExtension, 'Emergency services'),
    bulk('preference', counts.preference, onExtension, 'The person'),
    items('device', inventory.devices, (device) => [device.id, `${device.model} ${device.macAddress}`], onExtension),
  ]
}

function groupsOf({ ringGroups, callQueues }: Inventory | ExtensionInventory, onExtension: string): Datum[] {
  return [
    items('ringGroup', ringGroups, (group) => [group.id, group.name], onExtension),
    items('callQueue', callQueues, (queue) => [queue.id, queue.name], onExtension),
  ]
}

/** Who hears the messages of an extension: its user, but for those that were hidden when the user got it. */
function hearers({ count, hidden }: Inventory['voicemail'], free = false): string {
  if (free || (hidden > 0 && hidden === count)) return administrators
  if (hidden === 0) return 'Whoever has the extension'
  return `Whoever has the extension, but for ${hidden === 1 ? 'an older one' : `${hidden} older ones`}`
}

function ownCalls(count: number, onExtension: string): Datum {
  return bulk('callLog', count, onExtension, 'Whoever has the extension')
}

/** Long lists, of which only the number is known here. */
function recordsOf(inventory: Inventory, onExtension: string): Datum[] {
  const { counts } = inventory
  return [
    ownCalls(counts.callLog, onExtension),
    bulk('callRecord', counts.callRecord, 'Analytics, indefinitely', administrators),
    bulk('billingRecord', counts.billingRecord, 'Analytics, indefinitely', administrators),
    bulk('chatMessage', counts.chatMessage, 'Audit, indefinitely', auditors),
    bulk('meeting', counts.meeting, 'The account', insideOf(inventory)),
    bulk('contact', counts.contact, 'The account', insideOf(inventory)),
    bulk('fax', counts.fax, 'Other products', administrators),
    bulk('textMessage', counts.textMessage, 'Other products', administrators),
  ]
}

const greetingNames = {
  unavailable: 'Unavailable greeting',
  busy: 'Busy greeting',
  name: 'Recorded name',
  temporary: 'Temporary greeting',
} as const
const conditionNames = {
  UNCONDITIONALLY: 'Always',
  BUSY: 'When busy',
  NO_ANSWER: 'No answer',
  OUTAGE: 'On outage',
} as const

/** A forwarding rule in a few words: "When busy to 1043". */
export function ruleName({ condition, destination }: Pick<Rule, 'condition' | 'destination'>): string {
  return `${conditionNames[condition]} to ${destination}`
}

/** Open sessions that were ended stay ended. */
const justSignIn: Noun = ['Sign-in', 'Sign-in']

/** What an undo gives back; what is not there any more stays where it is, and is no matter of the plan. */
function takenData({ taken }: UndoInventory): Datum[] {
  const there = (taken?.items ?? []).filter((item) => item.there)
  return [...new Set(there.map(({ what }) => what))].map((what) => {
    const alike = there.filter((item) => item.what === what)
    const keyed = alike.filter(({ key }) => key !== '')
    return {
      what,
      noun: what === 'signIn' ? justSignIn : nouns[what],
      count: alike.reduce((sum, { count }) => sum + count, 0),
      keys: keyed.map(({ key }) => key),
      names: keyed.map(({ name }) => name),
      where: alike[0]!.now,
      seenBy: administrators,
    }
  })
}

function notifies({ extension }: Pick<Inventory, 'extension'>): boolean {
  return extension !== null && (extension.voicemailEmail !== null || extension.voicemailNotification !== null)
}

function hasCallerId({ extension }: Pick<Inventory, 'extension'>): boolean {
  return extension !== null && (extension.externalCallerIdName !== null || extension.externalCallerIdNumber !== null)
}
