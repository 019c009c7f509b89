import type { CallDirection, CallDisposition } from '../../../../shared/analytics/model.ts'

export const directionNames: Readonly<Record<CallDirection, string>> = {
  incoming: 'Incoming',
  outgoing: 'Outgoing',
  internal: 'Internal',
}

export const dispositionNames: Readonly<Record<CallDisposition, string>> = {
  Answered: 'Answered',
  Missed: 'Missed',
  Voicemail: 'Voicemail',
  Busy: 'Busy',
}
