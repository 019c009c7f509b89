import type { Archivable } from '../choices.ts'
import type { Claim } from '../effects.ts'
import type { PersonInput } from '../step.ts'

const savedAs: Partial<Record<Claim['what'], Archivable>> = {
  greeting: 'greetings',
  preference: 'preferences',
  contact: 'contacts',
  meeting: 'meetings',
  callLog: 'calls',
}

/** Where what is deleted for good is afterwards: in the archive, when it is saved there, as voicemail always is; else nowhere. */
export function afterDeletion({ choices }: PersonInput, what: Claim['what']): Pick<Claim, 'where' | 'seenBy'> {
  const saved = savedAs[what]
  const inArchive = what === 'voicemailMessage' || (saved !== undefined && choices.archive.include.includes(saved))
  return inArchive
    ? { where: 'Only in the archive', seenBy: 'Whoever has the archive' }
    : { where: 'Permanently deleted', seenBy: 'Nobody' }
}
