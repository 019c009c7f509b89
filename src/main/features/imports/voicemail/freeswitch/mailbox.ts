import type { SourceMailbox } from '../source.ts'

export function toMailbox({ username, domain }: { username: string | null; domain: string | null }): SourceMailbox {
  return { name: username ?? '', context: domain ?? '', holder: '', email: '' }
}
