const greetingNames: Readonly<Record<string, string>> = {
  unavailable: 'Unavailable',
  busy: 'Busy',
  name: 'Recorded name',
  temporary: 'Temporary',
}

/** A kind of greeting in words; an archive from elsewhere may have kinds of its own, which stay as they are. */
export function greetingName(kind: string): string {
  return greetingNames[kind] ?? kind
}
