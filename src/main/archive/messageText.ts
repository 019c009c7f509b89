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

const dayMilliseconds = 86_400_000

/**
 * Asks for the offset of a zone once for each of its days, not for each message: a thousand calls to Intl keep main from
 * everything else for tens of milliseconds. On a day whose ends differ (daylight saving) every time is asked for.
 */
export function createLocalTime(): LocalTime {
  const zones = new Map<string, (at: number) => number>()
  return (receivedAt, timezone) => {
    const offsetOf = zones.get(timezone) ?? offsetsOf(timezone)
    zones.set(timezone, offsetOf)
    const at = Date.parse(receivedAt)
    return new Date(at + offsetOf(at)).toISOString().slice(0, 16).replace('T', ' ')
  }
}

function offsetsOf(timezone: string): (at: number) => number {
  const format = formatFor(timezone)
  const offsetAt = (at: number): number => {
    const whole = at - (((at % 60_000) + 60_000) % 60_000)
    return Date.parse(`${format.format(whole).replace(' ', 'T')}:00Z`) - whole
  }
  const starts = new Map<number, number>()
  const startOf = (day: number): number => {
    const known = starts.get(day) ?? offsetAt(day * dayMilliseconds)
    starts.set(day, known)
    return known
  }
  return (at) => {
    const day = Math.floor(at / dayMilliseconds)
    const first = startOf(day)
    return first === startOf(day + 1) ? first : offsetAt(at)
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
