/** The calendar day of an instant where Offhook runs, such as 2026-11-23: what people there mean by today. */
export function dayHere(at: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
