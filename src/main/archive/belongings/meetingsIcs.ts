import ical from 'ical-generator'
import type { MeetingEntry } from '../../phoneSystem/port.ts'

/** The meeting history as iCalendar (RFC 5545). savedAt stands as the time stamp of every entry. */
export function meetingsIcs(meetings: readonly MeetingEntry[], personName: string, savedAt: Date): string {
  const calendar = ical({
    name: `Meetings of ${personName}`,
    prodId: { company: 'Offhook', product: 'Offhook', language: 'EN' },
  })
  for (const meeting of meetings) {
    calendar.createEvent({
      id: meeting.id,
      start: new Date(meeting.startsAt),
      end: new Date(meeting.endsAt),
      stamp: savedAt,
      summary: meeting.title,
      ...(meeting.participants.length === 0 ? {} : { description: `Participants: ${meeting.participants.join(', ')}` }),
    })
  }
  return calendar.toString()
}
