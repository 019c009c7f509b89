/** An archive within a sentence; one of another program may not say whose it is. */
export function archiveName({ personName }: { personName: string }): string {
  return personName === '' ? 'the unnamed archive' : `the archive of ${personName}`
}
