/** First and last name of a cell that has both: "Dana Whitfield", or "Whitfield, Dana". Null when it has but one word. */
export function splitFullName(text: string): { firstName: string; lastName: string } | null {
  const comma = text.indexOf(',')
  const at = comma === -1 ? text.lastIndexOf(' ') : comma
  const [before, after] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  if (at === -1 || before === '' || after === '') return null
  return comma === -1 ? { firstName: before, lastName: after } : { firstName: after, lastName: before }
}
