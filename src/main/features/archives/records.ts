import { createReadStream } from 'node:fs'
import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import ICAL from 'ical.js'
import type { ArchivedCall, ArchivedContact, ArchivedMeeting } from '../../../shared/archives/records.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { plainCell } from '../../files/csvText.ts'
import { systemCode } from '../../files/diskErrors.ts'

export type Page = { offset: number; limit: number }
type Rows<T> = { total: number; rows: T[] }

/** A person's contacts and meetings are some hundred; a file beyond this is not one of ours. */
const maximalText = 16 * 1024 * 1024

/**
 * One page of calls.csv of a bag, the newest first: the file begins with the oldest. Nothing when it has none. Throws
 * ARCHIVE_INVALID when it cannot be read.
 */
export async function readCalls(bag: string, { offset, limit }: Page): Promise<Rows<ArchivedCall>> {
  const file = join(bag, 'data/calls.csv')
  let total = 0
  let newest: ArchivedCall[] = []
  await unspoiled('calls.csv', async () => {
    if ((await sizeOf(file)) === null) return
    const take = async (rows: AsyncIterable<Record<string, string>>): Promise<void> => {
      for await (const row of rows) {
        newest.push(callOf(row))
        total += 1
        // No more is kept than the page and what comes before it.
        if (newest.length > 2 * (offset + limit)) newest = newest.slice(-(offset + limit))
      }
    }
    await pipeline(createReadStream(file), parse({ bom: true, columns: true, relax_column_count: true }), take)
  })
  return { total, rows: newest.toReversed().slice(offset, offset + limit) }
}

/** One page of contacts.vcf of a bag, by name. */
export async function readContacts(bag: string, page: Page): Promise<Rows<ArchivedContact>> {
  return unspoiled('contacts.vcf', async () => {
    const cards = await readText(bag, 'contacts.vcf')
    return paged(cards === null ? [] : componentsOf(cards).map(contactOf), page)
  })
}

/** One page of meetings.ics of a bag, the newest first. */
export async function readMeetings(bag: string, page: Page): Promise<Rows<ArchivedMeeting>> {
  return unspoiled('meetings.ics', async () => {
    const calendar = await readText(bag, 'meetings.ics')
    const events = calendar === null ? [] : componentsOf(calendar).flatMap((one) => one.getAllSubcomponents('vevent'))
    return paged(
      events.map(meetingOf).toSorted((a, b) => (a.startsAt < b.startsAt ? 1 : -1)),
      page,
    )
  })
}

function callOf(row: Record<string, string>): ArchivedCall {
  const cell = (column: string): string => plainCell(row[column] ?? '')
  return {
    startedAt: cell('started_at'),
    direction: cell('direction'),
    name: cell('name'),
    number: cell('number'),
    seconds: Number(cell('seconds')) || 0,
    disposition: cell('disposition'),
  }
}

function contactOf(card: ICAL.Component): ArchivedContact {
  return {
    name: textOf(card, 'fn'),
    company: textOf(card, 'org'),
    emails: textsOf(card, 'email'),
    numbers: textsOf(card, 'tel'),
  }
}

function meetingOf(event: ICAL.Component): ArchivedMeeting {
  return {
    title: textOf(event, 'summary'),
    startsAt: timeOf(event, 'dtstart'),
    endsAt: timeOf(event, 'dtend'),
    description: textOf(event, 'description'),
  }
}

/** A file of cards or calendars holds any number of them. */
function componentsOf(text: string): ICAL.Component[] {
  const parsed = ICAL.parse(text) as unknown[]
  const several = Array.isArray(parsed[0]) ? parsed : [parsed]
  return several.map((one) => new ICAL.Component(one as ConstructorParameters<typeof ICAL.Component>[0]))
}

function textsOf(component: ICAL.Component, name: string): string[] {
  return component.getAllProperties(name).map((property) => String(property.getFirstValue() ?? ''))
}

function textOf(component: ICAL.Component, name: string): string {
  return textsOf(component, name)[0] ?? ''
}

function timeOf(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name)
  return value instanceof ICAL.Time ? value.toJSDate().toISOString() : ''
}

function paged<T>(all: readonly T[], { offset, limit }: Page): Rows<T> {
  return { total: all.length, rows: all.slice(offset, offset + limit) }
}

async function readText(bag: string, name: string): Promise<string | null> {
  const file = join(bag, 'data', name)
  const bytes = await sizeOf(file)
  if (bytes === null || bytes === 0 || bytes > maximalText) return null
  return readFile(file, 'utf8')
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    const stats = await lstat(file)
    return stats.isFile() ? stats.size : null
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

async function unspoiled<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    throw new AppError(
      'ARCHIVE_INVALID',
      `${name} in the archive cannot be read. Verify the archive to see whether it is damaged.`,
      {},
      { cause },
    )
  }
}
