import { formatDateTime, formatDateTimeInFull, formatDateTimeZone } from '../../format/dates.ts'

/** When a message came, in the zone of its mailbox: the time that the person would have heard. */
export function formatReceived(instant: string, timezone: string): string {
  return formatDateTime(instant, knownZone(timezone))
}

/** The same with the zone, for lists of several mailboxes: without it their order would look wrong. */
export function formatReceivedZone(instant: string, timezone: string): string {
  return formatDateTimeZone(instant, knownZone(timezone))
}

/** The same, in full and with the zone, for the player and for screen readers. */
export function formatReceivedInFull(instant: string, timezone: string): string {
  return formatDateTimeInFull(instant, knownZone(timezone))
}

/** Imported mailboxes name zones that no table knows; UTC is then said, not guessed. */
function knownZone(timezone: string): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: timezone }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}
