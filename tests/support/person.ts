import { createHash } from 'node:crypto'
import { createListing, type ListedMessage } from '../../src/main/archive/listing.ts'
import type { BagIo, BagRequest } from '../../src/main/archive/writeBag.ts'
import type { AudioStream, Belongings } from '../../src/main/phoneSystem/port.ts'
import { voicemailId, extensionId, type VoicemailId } from '../../src/shared/ids.ts'
import { inventory, type Inventory } from '../../src/shared/offboarding/inventory.ts'
import { voicemailMessage, type VoicemailMessage } from '../../src/shared/voicemail/model.ts'
import { wavOf } from './audio.ts'

/** A phone system in memory with one mailbox, and what a run asks of it. */
export type Mailbox = { messages: VoicemailMessage[]; audio: Map<VoicemailId, Uint8Array> }

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function mailbox(count: number, change: (index: number) => Partial<VoicemailMessage> = () => ({})): Mailbox {
  const audio = new Map<VoicemailId, Uint8Array>()
  const messages = Array.from({ length: count }, (_, index) => {
    const seconds = 1 + (index % 5)
    const bytes = wavOf({ tag: 1, seconds, fill: index })
    const id = voicemailId.parse(`vm-${index}`)
    audio.set(id, bytes)
    return voicemailMessage.parse({
      id,
      extensionId: extensionId.parse('ext-1042'),
      callerName: index % 3 === 0 ? '' : `Caller ${index}`,
      callerNumber: `+1212555${String(index).padStart(4, '0')}`,
      receivedAt: new Date(Date.UTC(2026, 9, 1, 14, index)).toISOString(),
      timezone: 'America/New_York',
      seconds,
      folder: 'INBOX',
      read: index % 2 === 0,
      urgent: index % 7 === 0,
      format: 'wav-pcm',
      bytes: bytes.length,
      sha256: sha256Of(bytes),
      transcript: index % 4 === 0 ? `Please call back about order ${index}.` : null,
      ...change(index),
    })
  })
  return { messages, audio }
}

export function audioOf(bytes: Uint8Array, sha256: string | null = sha256Of(bytes)): AudioStream {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let offset = 0; offset < bytes.length; offset += 50_000) yield bytes.subarray(offset, offset + 50_000)
  }
  return { bytes: bytes.length, sha256, file: null, chunks: chunks() }
}

export function personWith(messages: readonly VoicemailMessage[]): Inventory {
  const sum = (of: (message: VoicemailMessage) => number): number => messages.reduce((total, one) => total + of(one), 0)
  return inventory.parse({
    user: {
      id: 'user-dana',
      userName: 'dana.whitfield',
      firstName: 'Dana',
      lastName: 'Whitfield',
      primaryEmail: 'dana.whitfield@northwind.example',
      status: 'ACTIVE',
      signInRevoked: false,
      openSessions: 1,
      locale: 'en-US',
      timezone: 'America/New_York',
      department: 'Finance',
      jobTitle: 'Controller',
      site: 'New York',
      role: 'none',
      scimProvider: null,
      legalHold: null,
      leavesOn: '2026-11-30',
      createdTime: '2021-03-01T09:00:00.000Z',
      lastUpdatedTime: '2026-11-02T09:00:00.000Z',
    },
    extension: {
      id: 'ext-1042',
      extensionNumber: '1042',
      fqExtensionNumber: '11042',
      externalCallerIdName: 'Dana Whitfield',
      externalCallerIdNumber: '+12125550100',
      emergencyAddress: '1 Main Street, New York',
      voicemailEmail: null,
      voicemailNotification: null,
    },
    phoneNumbers: [
      { phoneNumber: '+12125550100', status: 'ASSIGNED', country: 'US', primary: true, origin: 'CLAIMED' },
    ],
    devices: [],
    licences: [],
    ringGroups: [],
    callQueues: [],
    forwardingRules: [],
    forwardedHere: [],
    greetings: [],
    voicemail: {
      count: messages.length,
      unread: messages.filter(({ read }) => !read).length,
      urgent: messages.filter(({ urgent }) => urgent).length,
      hidden: 0,
      bytes: sum(({ bytes }) => bytes),
      seconds: sum(({ seconds }) => seconds),
      oldest: messages[0]?.receivedAt ?? null,
      newest: messages.at(-1)?.receivedAt ?? null,
      digest: sha256Of(Buffer.from(messages.map(({ id }) => id).join())),
    },
    counts: {
      preference: 2,
      callLog: 2,
      callRecord: 3,
      billingRecord: 0,
      chatMessage: 0,
      meeting: 1,
      contact: 2,
      fax: 0,
      textMessage: 0,
    },
  })
}

export function belongingsOf(): Belongings {
  const greeting = wavOf({ tag: 7, seconds: 2 })
  return {
    calls: [
      {
        startedAt: '2026-10-01T14:00:00.000Z',
        direction: 'incoming',
        peerName: '=HYPERLINK("x")',
        peerNumber: '+12125550134',
        seconds: 61,
        disposition: 'Answered',
      },
      {
        startedAt: '2026-10-02T15:30:00.000Z',
        direction: 'outgoing',
        peerName: "'Quoted",
        peerNumber: '1043',
        seconds: 0,
        disposition: 'Missed',
      },
      {
        startedAt: '2026-10-03T09:15:00.000Z',
        direction: 'incoming',
        peerName: 'Ann, "A"\nB',
        peerNumber: '',
        seconds: 12,
        disposition: 'Answered',
      },
    ],
    contacts: [
      {
        firstName: 'Zoë',
        lastName: 'Ångström',
        company: 'Nord; & Süd',
        email: 'zoe@example.com',
        phoneNumber: '+4670123',
      },
      { firstName: '', lastName: '', company: '', email: '', phoneNumber: '+1' },
    ],
    meetings: [
      {
        id: 'meeting-1',
        title: 'Budget; review, "final"',
        startsAt: '2026-10-05T10:00:00.000Z',
        endsAt: '2026-10-05T11:00:00.000Z',
        participants: ['Ana', 'Bo'],
      },
    ],
    preferences: [
      { key: 'ring.tone', value: 'classic' },
      { key: '__proto__', value: 'x' },
    ],
    greetings: [
      { id: 'g1', kind: 'unavailable', seconds: 2, fileName: 'g1.wav', audio: async () => audioOf(greeting) },
    ],
  }
}

export type Rig = { request: BagRequest; io: BagIo; listed: ListedMessage[]; phases: Set<string> }

/** A request for a bag and the side of the engine: proofs are written into the listing, as its rows would be. */
export function rigFor(box: Mailbox, bag: string, change: Partial<BagIo> = {}): Rig {
  const listed = box.messages.map(createListing(box.messages.length))
  const phases = new Set<string>()
  return {
    listed,
    phases,
    request: {
      bag,
      inventory: personWith(box.messages),
      messages: listed,
      belongings: belongingsOf(),
      include: ['calls', 'contacts', 'meetings', 'preferences', 'greetings'],
      custody: {
        operator: 'Sam Admin',
        startedAt: '2026-11-23T10:42:00.000Z',
        software: 'Offhook 0.1.0',
        source: 'Embedded phone system',
        runId: 'run-1',
        planHash: 'a'.repeat(64),
        auditHead: { seq: 7, hash: 'b'.repeat(64) },
      },
    },
    io: {
      openAudio: async (id) => audioOf(box.audio.get(id)!),
      onProven: async (proofs) => {
        for (const { position, ...proof } of proofs) listed[position - 1]!.proof = proof
      },
      report: ({ phase }) => phases.add(phase),
      savingThread: null,
      decodingThread: null,
      signal: new AbortController().signal,
      clock: { now: () => new Date('2026-11-23T10:43:12.000Z') },
      ...change,
    },
  }
}
