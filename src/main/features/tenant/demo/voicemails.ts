import { addDays } from '../../../../shared/offboarding/dates.ts'
import { fileExtensions } from '../../../../shared/voicemail/model.ts'
import type { Row } from '../rows.ts'
import { workingMoment } from './days.ts'
import type { Company, Person } from './model.ts'
import { blocksOf } from './people.ts'
import { createRandom, type Random } from './random.ts'
import type { SiteKey } from './sites.ts'
import type { MessageVoice, Voices } from './voices.ts'

/** A row, and for a row with audio the clip that is spoken in it. */
export type SpokenRow = { row: SpokenTableRow; clip: string }
type SpokenTableRow = Extract<Row, { table: 'greeting' | 'voicemail_message' }> & { values: { file: string } }

const dialCodes: Readonly<Record<SiteKey, string>> = { newYork: '+1', london: '+44', berlin: '+49' }

/** In the usual company, and then in a larger one too. */
const castMessages = 420
const formats = ['wav-pcm', 'wav-ulaw', 'mp3'] as const
/** One box that shows what an administrator sees without a caller id. */
const withheldEvery = 17

/** How many messages there are: each one's of the cast, and those of the made-up people together. */
export type MessageCounts = { total: number; cast: ReadonlyMap<Person, number>; invented: number }

/** What the cast demands, and the rest by chance: in a large company the cast has as much as in the usual one. */
export function messageCounts(company: Company, wanted: number): MessageCounts {
  const random = createRandom(company.seed, 'messageCounts')
  const counts = new Map<Person, number>()
  const others: Person[] = []
  for (const person of company.cast) {
    const fixed = person.part.voicemails ?? (person.status === 'DELETED' ? 4 : null)
    counts.set(person, fixed ?? 0)
    if (fixed === null) others.push(person)
  }
  const forCast = company.invented.count === 0 ? wanted : Math.min(wanted, castMessages)
  let total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  for (; total < forCast; total += 1) {
    const person = random.pick(others)
    counts.set(person, (counts.get(person) ?? 0) + 1)
  }
  const rest = Math.max(0, wanted - total)
  return { total: total + rest, cast: counts, invented: rest }
}

/** Oldest first in every box; a deleted person's messages are on the extension still. */
export function* voicemailRows(company: Company, voices: Voices, counts: MessageCounts): Generator<SpokenRow> {
  const random = createRandom(company.seed, 'voicemails')
  const spread = createRandom(company.seed, 'inventedMessageCounts')
  let [people, messages] = [0, 0]
  for (const block of blocksOf(company)) {
    if (block === company.cast) {
      yield* boxes(company, voices, counts.cast, random)
      continue
    }
    people += block.length
    const sum = Math.floor((people * counts.invented) / company.invented.count)
    yield* boxes(company, voices, spreadOver(block, sum - messages, spread), random)
    messages = sum
  }
}

function spreadOver(people: readonly Person[], messages: number, random: Random): Map<Person, number> {
  const counts = people.map(() => 0)
  for (let nth = 0; nth < messages; nth += 1) counts[random.between(0, people.length - 1)]! += 1
  return new Map(people.map((person, index) => [person, counts[index]!]))
}

function* boxes(
  company: Company,
  voices: Voices,
  counts: ReadonlyMap<Person, number>,
  random: Random,
): Generator<SpokenRow> {
  for (const [person, count] of counts) {
    if (count === 0) continue
    const clips = clipsFor(person, voices.messages, random)
    const moments = receivedAt(company, person, count, random)
    const unread = Math.min(5, Math.ceil(count * 0.3))
    const urgentAt = person.part.voicemails === undefined ? random.between(0, 11) : count - 2
    for (const [index, moment] of moments.entries()) {
      const withheld = count > 100 && index % withheldEvery === 0
      const flags = { read: index < count - unread, urgent: index === urgentAt, withheld }
      yield message(person, clips[index % clips.length] as MessageVoice, moment, flags, random)
    }
  }
}

type Flags = { read: boolean; urgent: boolean; withheld: boolean }

function message(person: Person, clip: MessageVoice, at: string, flags: Flags, random: Random): SpokenRow {
  const id = random.hexId()
  return {
    clip: clip.file,
    row: {
      table: 'voicemail_message',
      values: {
        id,
        extension_id: person.extension.id,
        caller_name: flags.withheld ? '' : clip.callerName,
        caller_number: flags.withheld ? 'anonymous' : clip.callerNumber,
        received_at: at,
        seconds: clip.seconds,
        folder: flags.read && random.chance(0.4) ? 'Saved' : 'Inbox',
        is_read: flags.read ? 1 : 0,
        is_urgent: flags.urgent ? 1 : 0,
        format: clip.format,
        file: `${id.slice(-2)}/${id}.${fileExtensions[clip.format]}`,
        bytes: clip.bytes,
        sha256: clip.sha256,
        transcript: clip.transcript,
      },
    },
  }
}

/** Callers of the person's country before others, and the formats in turn, so that every box of three has all three. */
function clipsFor(person: Person, clips: readonly MessageVoice[], random: Random): MessageVoice[] {
  const near = (clip: MessageVoice): number => (clip.callerNumber.startsWith(dialCodes[person.site.key]) ? 0 : 1)
  const ranked = clips.map((clip) => ({ clip, rank: near(clip) + random.next() * 0.999 }))
  ranked.sort((a, b) => a.rank - b.rank)
  const byFormat = formats.map((format) => ranked.filter(({ clip }) => clip.format === format))
  const longest = Math.max(...byFormat.map((list) => list.length))
  return Array.from({ length: longest }, (_, turn) => byFormat.flatMap((list) => list[turn]?.clip ?? [])).flat()
}

function receivedAt(company: Company, person: Person, count: number, random: Random): string[] {
  const lastDay = addDays(person.leftOn ?? company.today, -1)
  const span = Math.max(30, Math.ceil(count * 1.5))
  const moments = Array.from({ length: count }, () =>
    workingMoment(addDays(lastDay, -random.between(0, span)), person.site.hoursEast, random),
  )
  return moments.toSorted()
}
