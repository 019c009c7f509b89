import type { Row } from '../rows.ts'
import type { Part } from './cast.ts'
import type { Site } from './sites.ts'

export type Person = {
  id: string
  firstName: string
  lastName: string
  name: string
  userName: string
  email: string
  site: Site & { id: string }
  department: string
  title: string
  part: Part
  /** False for those who only make the company big; they have less of everything. */
  cast: boolean
  /** A made-up person's place among those of the site; null for the cast. */
  nthInvented: number | null
  status: 'ACTIVE' | 'INACTIVE' | 'DELETED'
  joinedOn: string
  leftOn: string | null
  /** Where the person is reached, or was: the extension of a deleted person is free. */
  extension: { id: string; number: string }
}

export type Company = {
  seed: number
  today: string
  sites: readonly (Site & { id: string })[]
  /** The fifty whom tests and pictures know; two of them are gone. */
  cast: readonly Person[]
  /** The made-up people: each is computed from its place, so that a large company takes no more memory than a small one. */
  invented: Invented
  blankExtensions: readonly { id: string; number: string; site: Site & { id: string } }[]
}
export type Invented = { count: number; at(index: number): Person }

/** Rows on one topic for some people; called for one block of people after the other, in their order. */
export type Topic = (people: readonly Person[]) => Iterable<Row>
