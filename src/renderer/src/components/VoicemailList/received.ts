/** When a message came, in the zone of its mailbox: the time that the person would have heard. */
export function formatReceived(instant: string, timezone: string): string {
  return format(instant, timezone, { dateStyle: 'medium', timeStyle: 'short' })
}

/** The same, in full and with the zone, for a tooltip and a screen reader. */
export function formatReceivedInFull(instant: string, timezone: string): string {
  return format(instant, timezone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  })
}

function format(instant: string, timezone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { ...options, timeZone: knownZone(timezone) }).format(new Date(instant))
}

/** Imported mailboxes name zones that no table knows; UTC is then said, not guessed. */
function knownZone(timezone: string): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: timezone }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}
