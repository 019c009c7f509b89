import { z } from 'zod'

/** Every kind of thing that can hang on a person or an extension. */
export const datumKind = z.enum([
  'signIn',
  'profile',
  'extension',
  'phoneNumber',
  'voicemailMessage',
  'greeting',
  'voicemailNotification',
  'callerId',
  'forwardingRule',
  'emergencyAddress',
  'preference',
  'device',
  'licence',
  'ringGroup',
  'callQueue',
  'callLog',
  'callRecord',
  'billingRecord',
  'chatMessage',
  'meeting',
  'contact',
  'fax',
  'textMessage',
])
export type DatumKind = z.infer<typeof datumKind>

/** What one of a kind is called, and several. */
export type Noun = readonly [one: string, many: string]

export const nouns: Readonly<Record<DatumKind, Noun>> = {
  signIn: ['Sign-in and open sessions', 'Sign-in and open sessions'],
  profile: ['User profile', 'User profiles'],
  extension: ['Extension', 'Extensions'],
  phoneNumber: ['Phone number', 'Phone numbers'],
  voicemailMessage: ['Voicemail message', 'Voicemail messages'],
  greeting: ['Greeting', 'Greetings'],
  voicemailNotification: ['Voicemail notification', 'Voicemail notifications'],
  callerId: ['Caller ID', 'Caller IDs'],
  forwardingRule: ['Forwarding rule', 'Forwarding rules'],
  emergencyAddress: ['Emergency address', 'Emergency addresses'],
  preference: ['Preference', 'Preferences'],
  device: ['Device', 'Devices'],
  licence: ['License', 'Licenses'],
  ringGroup: ['Ring group membership', 'Ring group memberships'],
  callQueue: ['Call queue membership', 'Call queue memberships'],
  callLog: ["Call in the person's own call list", "Calls in the person's own call list"],
  callRecord: ['Call record', 'Call records'],
  billingRecord: ['Billing record', 'Billing records'],
  chatMessage: ['Chat message', 'Chat messages'],
  meeting: ['Meeting', 'Meetings'],
  contact: ['Contact', 'Contacts'],
  fax: ['Fax', 'Faxes'],
  textMessage: ['Text message', 'Text messages'],
}

export function named([single, several]: Noun, count: number): string {
  return count === 1 ? single : several
}

/** One kind of datum: a bare count, or items with keys and names (in step with each other). */
export type Datum = {
  what: DatumKind
  noun: Noun
  count: number
  keys: readonly string[]
  names: readonly string[]
  where: string
  seenBy: string
}

export const administrators = 'Administrators'

/** There is one of it. */
export function one(what: DatumKind, where: string, seenBy: string, name?: string): Datum {
  const names = name === undefined ? [] : [name]
  return { what, noun: nouns[what], count: 1, keys: names, names, where, seenBy }
}

/** So many, without names. */
export function bulk(what: DatumKind, count: number, where: string, seenBy: string): Datum {
  return { what, noun: nouns[what], count, keys: [], names: [], where, seenBy }
}

/** A list of them, each with its key and its name. */
export function items<T>(
  what: DatumKind,
  list: readonly T[],
  describe: (item: T) => [key: string, name: string],
  where: string,
): Datum {
  const described = list.map(describe)
  return {
    what,
    noun: nouns[what],
    count: list.length,
    keys: described.map(([key]) => key),
    names: described.map(([, name]) => name),
    where,
    seenBy: administrators,
  }
}
