const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

/** The delimiter that occurs most often in the header, outside quotes; a comma when there is none. */
export function detectDelimiter(text: string): Delimiter {
  const counts = new Map<string, number>(delimiters.map((one) => [one, 0]))
  let quoted = false
  for (const character of text.trimStart()) {
    if (character === '"') quoted = !quoted
    else if (!quoted && (character === '\n' || character === '\r')) break
    else if (!quoted && counts.has(character)) counts.set(character, counts.get(character)! + 1)
  }
  return delimiters.reduce((best, one) => (counts.get(one)! > counts.get(best)! ? one : best))
}
