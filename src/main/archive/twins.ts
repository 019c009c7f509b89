/** What file systems that fold case or compose letters take a name for: two names with one key are one file there. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC')
}

/** The first two names that some system takes for one, or null. */
export function twinsAmong(names: readonly string[]): [string, string] | null {
  const known = new Map<string, string>()
  for (const name of names) {
    const key = foldedName(name)
    const twin = known.get(key)
    if (twin !== undefined) return [twin, name]
    known.set(key, name)
  }
  return null
}
