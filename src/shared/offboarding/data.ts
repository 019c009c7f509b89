import { administrators, bulk, items, one, type Datum } from './datum.ts'
import type { AnyInventory, ExtensionInventory, Inventory, UndoInventory } from './inventory.ts'
import type { TakenItem } from './taken.ts'

type Rule = Inventory['forwardingRules'][number]

const auditors = 'Primary administrator and holders of the audit privilege'

/** Everything of the inventory as data, in the order in which it is shown; kinds that there are none of are left out. */
export function dataOf(inventory: AnyInventory): Datum[] {
  if ('user' in inventory) return personData(inventory).filter(({ count }) => count > 0)
  if ('undo' in inventory) return takenData(inventory)
  if ('holder' in inventory) return extensionData(inventory).filter(({ count }) => count > 0)
  const { voicemail, extensions } = inventory
  const on = `${extensions.length === 1 ? 'Extension' : 'Extensions'} ${extensions.map(({ extensionNumber }) => extensionNumber).join(', ')}`
  return [bulk('voicemailMessage', 'Voicemail messages', voicemail.count, on, hearers(voicemail))]
}

function personData(inventory: Inventory): Datum[] {
  const { user, extension } = inventory
  const onExtension = extension === null ? 'No extension' : `Extension ${extension.extensionNumber}`
  return [
    one('signIn', 'Sign-in and open sessions', user.signInRevoked ? 'Blocked' : 'Allowed', 'The person'),
    one('profile', 'User profile', 'Directory', 'Everyone in the company'),
    ...dataOnExtension(inventory, onExtension),
    items('licence', 'Licenses', inventory.licences, (licence) => [licence.id, licence.name], 'Assigned to the person'),
    ...groupsOf(inventory, onExtension),
    ...recordsOf(inventory, onExtension),
  ]
}

function extensionData(inventory: ExtensionInventory): Datum[] {
  const onExtension = `Extension ${inventory.extension.extensionNumber}`
  const elsewhere = inventory.asked.filter(({ status }) => status !== 'ASSIGNED' && status !== 'PORTING')
  return [
    ...dataOnExtension(inventory, onExtension),
    items(
      'phoneNumber',
      'Phone numbers on no extension',
      elsewhere,
      (number) => [number.phoneNumber, number.phoneNumber],
      'On no extension',
    ),
    ...groupsOf(inventory, onExtension),
    ownCalls(inventory.counts.callLog, onExtension),
  ]
}

function dataOnExtension(inventory: Inventory | ExtensionInventory, onExtension: string): Datum[] {
  const { extension, counts } = inventory
  return [
    ...(extension === null
      ? []
      : [one('extension', 'Extension', onExtension, 'Everyone in the company', extension.extensionNumber)]),
    items(
      'phoneNumber',
      'Phone numbers',
      inventory.phoneNumbers,
      (number) => [number.phoneNumber, number.phoneNumber],
      onExtension,
    ),
    bulk(
      'voicemailMessage',
      'Voicemail messages',
      inventory.voicemail.count,
      onExtension,
      hearers(inventory.voicemail, 'holder' in inventory && inventory.holder === null),
    ),
    items(
      'greeting',
      'Greetings',
      inventory.greetings,
      (greeting) => [greeting.id, greetingNames[greeting.kind]],
      onExtension,
    ),
    bulk(
      'voicemailNotification',
      'Voicemail notifications',
      notifies(inventory) ? 1 : 0,
      onExtension,
      'The person, by email',
    ),
    bulk('callerId', 'Caller ID', hasCallerId(inventory) ? 1 : 0, onExtension, 'Called parties'),
    items(
      'forwardingRule',
      'Forwarding rules',
      inventory.forwardingRules,
      (rule) => [rule.id, ruleName(rule)],
      onExtension,
    ),
    bulk(
      'emergencyAddress',
      'Emergency address',
      extension?.emergencyAddress ? 1 : 0,
      onExtension,
      'Emergency services',
    ),
    bulk('preference', 'Preferences', counts.preference, onExtension, 'The person'),
    items(
      'device',
      'Devices',
      inventory.devices,
      (device) => [device.id, `${device.model} ${device.macAddress}`],
      onExtension,
    ),
  ]
}

function groupsOf({ ringGroups, callQueues }: Inventory | ExtensionInventory, onExtension: string): Datum[] {
  return [
    items('ringGroup', 'Ring group memberships', ringGroups, (group) => [group.id, group.name], onExtension),
    items('callQueue', 'Call queue memberships', callQueues, (queue) => [queue.id, queue.name], onExtension),
  ]
}

/** Who hears the messages of an extension: its user, but for those that were hidden when the user got it. */
function hearers({ count, hidden }: Inventory['voicemail'], free = false): string {
  if (free || (hidden > 0 && hidden === count)) return administrators
  return hidden === 0 ? 'Whoever has the extension' : `Whoever has the extension, but for ${hidden} older ones`
}

function ownCalls(count: number, onExtension: string): Datum {
  return bulk('callLog', 'Own call list on the PBX', count, onExtension, 'Whoever has the extension')
}

/** Long lists, of which only the number is known here. */
function recordsOf({ counts }: Inventory, onExtension: string): Datum[] {
  return [
    ownCalls(counts.callLog, onExtension),
    bulk('callRecord', 'Call records', counts.callRecord, 'Analytics, indefinitely', administrators),
    bulk('billingRecord', 'Billing records', counts.billingRecord, 'Analytics, indefinitely', administrators),
    bulk('chatMessage', 'Chat messages', counts.chatMessage, 'Audit, indefinitely', auditors),
    bulk('meeting', 'Meetings', counts.meeting, 'The account', 'The person'),
    bulk('contact', 'Contacts', counts.contact, 'The account', 'The person'),
    bulk('fax', 'Faxes', counts.fax, 'Other products', administrators),
    bulk('textMessage', 'Text messages', counts.textMessage, 'Other products', administrators),
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

const takenLabels: Readonly<Record<TakenItem['what'], string>> = {
  signIn: 'Sign-in',
  profile: 'User profile',
  phoneNumber: 'Phone numbers',
  voicemailMessage: 'Voicemail messages',
  forwardingRule: 'Forwarding rules',
  device: 'Devices',
  licence: 'Licenses',
  ringGroup: 'Ring group memberships',
  callQueue: 'Call queue memberships',
  fax: 'Faxes',
  textMessage: 'Text messages',
}

/** What an undo gives back; what is not there any more stays where it is, and is no matter of the plan. */
function takenData({ taken }: UndoInventory): Datum[] {
  const there = (taken?.items ?? []).filter((item) => item.there)
  return [...new Set(there.map(({ what }) => what))].map((what) => {
    const alike = there.filter((item) => item.what === what)
    const keyed = alike.filter(({ key }) => key !== '')
    return {
      what,
      label: takenLabels[what],
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
