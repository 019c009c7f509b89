import { addDays } from '../../../../shared/offboarding/dates.ts'
import { workingMoments } from './days.ts'
import type { Company, Person } from './model.ts'

const teamSize = 50
/** Whoever is on the phone on a day has about so many calls. */
const callsEach = 3

/** Who may be on the phone on a day. */
export type CrowdOfDay = {
  day: string
  momentAt: ReturnType<typeof workingMoments>
  cast: readonly Person[]
  invented: readonly Person[]
}

/**
 * Of the made-up people only some teams call on a day, each team in its turn: their rows lie close together in every
 * index, and a million calls are written without rewriting an index again and again.
 */
export function createCrowd({ today, cast, invented }: Company, callsADay: number) {
  const teams = Math.max(1, Math.ceil(invented.count / teamSize))
  const active = Math.min(teams, Math.max(1, Math.round(callsADay / (teamSize * callsEach))))
  let known: { days: number; crowd: CrowdOfDay } | null = null

  const gather = (days: number): CrowdOfDay => {
    const day = addDays(today, -days)
    const people: Person[] = []
    for (let nth = 0; nth < active; nth += 1) {
      const first = ((days * active + nth) % teams) * teamSize
      for (let index = first; index < Math.min(first + teamSize, invented.count); index += 1) {
        const person = invented.at(index)
        if (person.leftOn === null || day < person.leftOn) people.push(person)
      }
    }
    return { day, momentAt: workingMoments(day), cast, invented: people.length === 0 ? cast : people }
  }
  return {
    daysAgo: (days: number): CrowdOfDay => {
      if (known?.days !== days) known = { days, crowd: gather(days) }
      return known.crowd
    },
  }
}
