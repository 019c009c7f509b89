import type { VoicemailMessage } from '../../shared/voicemail/model.ts'

/** Who left it: the name, else the number, grouped where the plan of the number is known to be +1. */
export function callerOf({ callerName, callerNumber }: Pick<VoicemailMessage, 'callerName' | 'callerNumber'>): string {
  const name = callerName.trim()
  return name === '' ? spacedNumber(callerNumber) : name
}

export function spacedNumber(number: string): string {
  return number.trim().replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3')
}

/** When it came, as the mailbox would have said it: "2026-11-02 14:05". An unknown zone reads as UTC. */
export type LocalTime = (receivedAt: string, timezone: string) => string

/** Keeps a formatter for each zone, because making one costs far more than using it. */
export function createLocalTime(): LocalTime {
  const formats = new Map<string, Intl.DateTimeFormat>()
  return (receivedAt, timezone) => {
    const format = formats.get(timezone) ?? formatFor(timezone)
    formats.set(timezone, format)
    return format.format(new Date(receivedAt)).replace(' kl. ', ' ')
  }
}

/** A message in a sentence: by whom and when, in the time of the mailbox. */
export function describeMessage(message: VoicemailMessage): string {
  const caller = callerOf(message)
  const time = createLocalTime()(message.receivedAt, message.timezone)
  return `the message from ${caller === '' ? 'an unknown caller' : caller}, received ${time}`
}

// The Swedish format is the ISO order, with a space.
function formatFor(timezone: string): Intl.DateTimeFormat {
  const fields = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const
  try {
    return new Intl.DateTimeFormat('sv-SE', { ...fields, timeZone: timezone })
  } catch {
    return new Intl.DateTimeFormat('sv-SE', { ...fields, timeZone: 'UTC' })
  }
}
