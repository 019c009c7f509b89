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

/** One kind of datum: a bare count, or items with keys and names (in step with each other). */
export type Datum = {
  what: DatumKind
  label: string
  count: number
  keys: readonly string[]
  names: readonly string[]
  where: string
  seenBy: string
}

export const administrators = 'Administrators'

/** There is one of it. */
export function one(what: DatumKind, label: string, where: string, seenBy: string, name?: string): Datum {
  return {
    what,
    label,
    count: 1,
    keys: name === undefined ? [] : [name],
    names: name === undefined ? [] : [name],
    where,
    seenBy,
  }
}

/** So many, without names. */
export function bulk(what: DatumKind, label: string, count: number, where: string, seenBy: string): Datum {
  return { what, label, count, keys: [], names: [], where, seenBy }
}

/** A list of them, each with its key and its name. */
export function items<T>(
  what: DatumKind,
  label: string,
  list: readonly T[],
  describe: (item: T) => [key: string, name: string],
  where: string,
): Datum {
  const described = list.map(describe)
  return {
    what,
    label,
    count: list.length,
    keys: described.map(([key]) => key),
    names: described.map(([, name]) => name),
    where,
    seenBy: administrators,
  }
}
