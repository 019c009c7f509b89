/** What an entry says beside operator, action and subject; read with care, because old entries may know less. */
export type AuditDetail = Readonly<Record<string, unknown>>

/** A text or number of the detail, or null. */
export function told(detail: AuditDetail, key: string): string | null {
  const value = detail[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

/** Part of a sentence when the detail has the key, else nothing: part(detail, 'reason', (text) => `: ${text}`). */
export function part(detail: AuditDetail, key: string, say: (text: string) => string): string {
  const text = told(detail, key)
  return text === null || text === '' ? '' : say(text)
}

/** "1 message", "1,204 messages"; nothing without a count. */
export function counted(detail: AuditDetail, key: string, one: string, many = `${one}s`): string {
  return part(detail, key, (text) => `${text.replaceAll(/\B(?=(\d{3})+$)/g, ',')} ${text === '1' ? one : many}`)
}
