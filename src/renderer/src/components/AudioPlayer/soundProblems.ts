import type { SoundPlace } from '../../../../shared/listen/contract.ts'
import type { SoundLook, SoundProblem } from '../../../../shared/listen/model.ts'
import { formatDuration } from '../../format/durations.ts'

type Said = { cause: string; next: string }
type Where = SoundPlace['kind']

const verify = 'Verify the archive: it says whether the file is still what was saved.'
const importAgain = 'Import it again from where it came, which repairs it.'

/** What to do about a file that is there and is no sound. */
const spoiled: Readonly<Record<Where, string>> = {
  voicemail: 'Look for the message in a backup of the phone system.',
  greeting: importAgain,
  archive: verify,
  archivedGreeting: verify,
}

const missingInArchive = {
  cause: 'The audio file is not in the archive.',
  next: 'Verify the archive to see what is missing.',
}

const missing: Readonly<Record<Where, Said>> = {
  voicemail: {
    cause: 'The audio file of this message is not in the data folder.',
    next: 'Put the audio folder back from a backup, then try again. Without the file the message cannot be archived.',
  },
  greeting: { cause: 'The audio file of this greeting is not in the data folder.', next: importAgain },
  archive: missingInArchive,
  archivedGreeting: missingInArchive,
}

const unheard: Readonly<Record<Exclude<SoundProblem, 'SHORTER'>, (where: Where) => Said>> = {
  MISSING: (where) => missing[where],
  UNREADABLE: () => ({ cause: 'The disk does not give the audio file back.', next: 'Check the disk, then try again.' }),
  EMPTY: (where) => ({ cause: 'The audio file is empty.', next: spoiled[where] }),
  NOT_AUDIO: (where) => ({ cause: 'The audio file is damaged: it holds no sound.', next: spoiled[where] }),
  NO_DECODER: () => ({
    cause: 'This format is not played here.',
    next: 'The archive holds the file as it is; another program may play it.',
  }),
}

/** Why nothing is heard, and what to do; null when nothing is wrong but that the sound ends early. */
export function whyUnheard(problem: SoundProblem | null, where: Where): Said | null {
  return problem === null || problem === 'SHORTER' ? null : unheard[problem](where)
}

/** What is said of a sound that plays, but not to the end. */
export function endsEarly({ problem, seconds }: SoundLook, listed: number): string | null {
  if (problem !== 'SHORTER' || seconds === null) return null
  return `Torn: ${formatDuration(seconds)} of ${formatDuration(listed)} are there.`
}
