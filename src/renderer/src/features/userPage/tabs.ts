import type { ComponentType } from 'react'
import type { Inventory } from '../../../../shared/offboarding/inventory.ts'
import { BillsTab } from './records/BillsTab.tsx'
import { CallsTab } from './records/CallsTab.tsx'
import { ChatTab } from './records/ChatTab.tsx'
import { ContactsTab } from './records/ContactsTab.tsx'
import { MeetingsTab } from './records/MeetingsTab.tsx'
import { OtherProductsTab } from './records/OtherProductsTab.tsx'
import { ExtensionTab } from './phone/ExtensionTab.tsx'
import { GroupsTab } from './phone/GroupsTab.tsx'
import { NumbersTab } from './phone/NumbersTab.tsx'
import { PreferencesTab } from './phone/PreferencesTab.tsx'
import { VoicemailTab } from './phone/VoicemailTab.tsx'
import { HistoryTab } from './account/HistoryTab.tsx'
import { Overview } from './account/Overview.tsx'
import { SignInTab } from './account/SignInTab.tsx'
import type { TabProps } from './tabProps.ts'

export type UserTab = {
  value: string
  label: string
  /** How many things it lists; null for what is no list. */
  count: ((inventory: Inventory, others: { runs: number; sessions: number }) => number) | null
  panel: ComponentType<TabProps>
}

/** The tabs of a person, from the top. */
export const userTabs: readonly UserTab[] = [
  { value: 'overview', label: 'Overview', count: null, panel: Overview },
  {
    value: 'extension',
    label: 'Extension & devices',
    count: ({ extension, devices, licences }) => (extension === null ? 0 : 1) + devices.length + licences.length,
    panel: ExtensionTab,
  },
  {
    value: 'numbers',
    label: 'Numbers & forwarding',
    count: ({ phoneNumbers, forwardingRules }) => phoneNumbers.length + forwardingRules.length,
    panel: NumbersTab,
  },
  {
    value: 'groups',
    label: 'Groups & queues',
    count: ({ ringGroups, callQueues }) => ringGroups.length + callQueues.length,
    panel: GroupsTab,
  },
  { value: 'voicemail', label: 'Voicemail', count: ({ voicemail }) => voicemail.count, panel: VoicemailTab },
  { value: 'calls', label: 'Calls', count: ({ counts }) => counts.callRecord, panel: CallsTab },
  { value: 'bills', label: 'Bills', count: ({ counts }) => counts.billingRecord, panel: BillsTab },
  { value: 'contacts', label: 'Contacts', count: ({ counts }) => counts.contact, panel: ContactsTab },
  { value: 'meetings', label: 'Meetings', count: ({ counts }) => counts.meeting, panel: MeetingsTab },
  {
    value: 'preferences',
    label: 'Preferences & greetings',
    count: ({ counts, greetings }) => counts.preference + greetings.length,
    panel: PreferencesTab,
  },
  {
    value: 'otherProducts',
    label: 'Faxes & texts',
    count: ({ counts }) => counts.fax + counts.textMessage,
    panel: OtherProductsTab,
  },
  { value: 'chat', label: 'Chat', count: ({ counts }) => counts.chatMessage, panel: ChatTab },
  { value: 'signIn', label: 'Sign-in & sessions', count: (_, { sessions }) => sessions, panel: SignInTab },
  { value: 'history', label: 'History', count: (_, { runs }) => runs, panel: HistoryTab },
]
