import type { SoundPlace } from '../../../../shared/listen/contract.ts'
import type { SoundLook, SoundProblem } from '../../../../shared/listen/model.ts'
import { formatDuration } from '../../format/durations.ts'

type Said = { cause: string; next: string }
type Where = SoundPlace['kind']

const inBackup = 'Look for the message in a backup of the phone system.'
const verify = 'Verify the archive: it says whether the file is still what was saved.'

const unheard: Readonly<Record<Exclude<SoundProblem, 'SHORTER'>, Readonly<Record<Where, Said>>>> = {
  MISSING: {
    voicemail: {
      cause: 'The audio file of this message is not in the data folder.',
      next: 'Put the audio folder back from a backup, then try again. Without the file the message cannot be archived.',
    },
    archive: { cause: 'The audio file is not in the archive.', next: 'Verify the archive to see what is missing.' },
  },
  UNREADABLE: everywhere('The disk does not give the audio file back.', 'Check the disk, then try again.'),
  EMPTY: {
    voicemail: { cause: 'The audio file is empty.', next: inBackup },
    archive: { cause: 'The audio file is empty.', next: verify },
  },
  NOT_AUDIO: {
    voicemail: { cause: 'The audio file is damaged: it holds no sound.', next: inBackup },
    archive: { cause: 'The audio file is damaged: it holds no sound.', next: verify },
  },
  NO_DECODER: everywhere(
    'This format is not played here.',
    'The archive holds the file as it is; another program may play it.',
  ),
}

function everywhere(cause: string, next: string): Readonly<Record<Where, Said>> {
  return { voicemail: { cause, next }, archive: { cause, next } }
}

/** Why nothing is heard, and what to do; null when nothing is wrong but that the sound ends early. */
export function whyUnheard(problem: SoundProblem | null, where: Where): Said | null {
  return problem === null || problem === 'SHORTER' ? null : unheard[problem][where]
}

/** What is said of a sound that plays, but not to the end. */
export function endsEarly({ problem, seconds }: SoundLook, listed: number): string | null {
  if (problem !== 'SHORTER' || seconds === null) return null
  return `Torn: ${formatDuration(seconds)} of ${formatDuration(listed)} are there.`
}
