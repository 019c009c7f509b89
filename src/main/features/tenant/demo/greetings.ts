import { fileExtensions } from '../../../../shared/voicemail/model.ts'
import type { Company, Person } from './model.ts'
import { createRandom } from './random.ts'
import type { SpokenRow } from './voicemails.ts'
import type { Voices } from './voices.ts'

type GreetingVoice = Voices['greetings'][number]

export function* greetingRows(company: Company, voices: Voices): Generator<SpokenRow> {
  const random = createRandom(company.seed, 'greetings')
  for (const person of company.cast) {
    if (person.status === 'DELETED') continue
    const chosen = greetingsOf(person, voices.greetings, random.chance(0.7), random.chance(0.25))
    for (const clip of chosen) {
      const id = random.hexId()
      const { kind, seconds, bytes, sha256 } = clip
      const file = `greetings/${id}.${fileExtensions[clip.format]}`
      const values = { id, extension_id: person.extension.id, kind, seconds, file, bytes, sha256 }
      yield { clip: clip.file, row: { table: 'greeting', values } }
    }
  }
}

/** The spoken name is that of one person only: the clip says it. */
function greetingsOf(person: Person, clips: readonly GreetingVoice[], own: boolean, away: boolean): GreetingVoice[] {
  const speaksName = clips.filter((clip) => clip.kind === 'name' && clip.transcript.startsWith(person.name))
  const language = person.site.key === 'berlin' ? 'de' : 'en'
  const ofKind = (kind: GreetingVoice['kind']): GreetingVoice[] =>
    clips.filter((clip) => clip.kind === kind && (kind !== 'unavailable' || clip.lang === language)).slice(0, 1)
  return [
    ...(own || speaksName.length > 0 ? ofKind('unavailable') : []),
    ...(away ? ofKind('temporary') : []),
    ...speaksName,
  ]
}
