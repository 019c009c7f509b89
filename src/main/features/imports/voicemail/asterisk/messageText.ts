/** What Asterisk wrote about a message; null where it wrote nothing that can be used. */
export type MessageText = {
  callerName: string
  callerNumber: string
  /** Seconds since 1970. */
  receivedAt: number | null
  /** Seconds; missing when the call died. */
  duration: number | null
  messageId: string | null
  urgent: boolean
}

const year2000 = Date.UTC(2000) / 1000
const year2100 = Date.UTC(2100) / 1000
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Reads msgNNNN.txt, whole or torn: keys that are missing or cut leave their value null. */
export function parseMessageText(text: string): MessageText {
  const keys = new Map<string, string>()
  // A last line without an end was cut: a number in it may be another one.
  for (const line of text.split('\n').slice(0, -1)) {
    const equals = line.indexOf('=')
    if (!line.startsWith(';') && equals > 0) keys.set(line.slice(0, equals).trim(), line.slice(equals + 1).trim())
  }
  const { callerName, callerNumber } = parseCallerId(keys.get('callerid') ?? '')
  return {
    callerName,
    callerNumber,
    receivedAt: seconds(keys.get('origtime'), year2000) ?? parseOrigDate(keys.get('origdate') ?? ''),
    duration: seconds(keys.get('duration'), 0),
    messageId: /^[\w.-]{1,64}$/.exec(keys.get('msg_id') ?? '')?.[0] ?? null,
    urgent: keys.get('flag')?.toLowerCase() === 'urgent',
  }
}

/** `"Name" <number>`, a bare name or number, or Unknown. */
export function parseCallerId(text: string): { callerName: string; callerNumber: string } {
  const match = /^\s*(?:"((?:[^"\\]|\\.)*)"|([^<]*?))\s*(?:<([^>]*)>?)?\s*$/.exec(text)
  const name = clean(match?.[1]?.replaceAll(/\\(.)/g, '$1') ?? match?.[2] ?? text)
  const number = clean(match?.[3] ?? '')
  const bareNumber = number === '' && /^\+?[\d*#]+$/.test(name)
  return {
    callerName: bareNumber ? '' : known(name).slice(0, 200),
    callerNumber: known(bareNumber ? name : number).slice(0, 64),
  }
}

function clean(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ').trim()
}

function known(text: string): string {
  return /^(unknown|anonymous|unavailable)$/i.test(text) ? '' : text
}

/** Whole seconds within what can be true. */
function seconds(text: string | undefined, least: number): number | null {
  if (text === undefined || !/^\d{1,10}$/.test(text)) return null
  const value = Number(text)
  return value >= least && value < year2100 ? value : null
}

/** `Tue Sep  8 02:14:05 PM UTC 2026` */
function parseOrigDate(text: string): number | null {
  const match = /^\w{3} (\w{3})\s+(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) ([AP]M) UTC (\d{4})$/.exec(text)
  if (match === null) return null
  const [, month, day, hour, minute, second, half, year] = match
  if (!months.includes(month!)) return null
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0)
  return Date.UTC(Number(year), months.indexOf(month!), Number(day), hours, Number(minute), Number(second)) / 1000
}
