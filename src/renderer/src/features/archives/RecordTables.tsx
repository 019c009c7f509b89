import { useState } from 'react'
import type { ArchivedCall, ArchivedContact, ArchivedMeeting } from '../../../../shared/archives/records.ts'
import type { ArchiveId } from '../../../../shared/ids.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { QueryView, type QueryState } from '../../components/QueryView/QueryView.tsx'
import {
  recordsAtOnce,
  useArchivedCalls,
  useArchivedContacts,
  useArchivedMeetings,
  type RecordsPage,
} from '../../data/archives.ts'
import { formatDateTime } from '../../format/dates.ts'
import { formatDuration } from '../../format/durations.ts'
import { formatCount } from '../../format/numbers.ts'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'
import classes from './Archives.module.css'

const callColumns: readonly DataColumn<ArchivedCall>[] = [
  { key: 'when', head: 'When', width: 180, cell: ({ startedAt }) => time(startedAt) },
  { key: 'direction', head: 'Direction', width: 100, cell: ({ direction }) => capitalized(direction) },
  { key: 'name', head: 'Name', cell: ({ name }) => name },
  { key: 'number', head: 'Number', width: 160, cell: ({ number }) => formatPhoneNumber(number) },
  {
    key: 'length',
    head: 'Length',
    width: 80,
    numeric: true,
    cell: ({ seconds }) => (seconds === 0 ? '–' : formatDuration(seconds)),
  },
  { key: 'outcome', head: 'Outcome', width: 120, cell: ({ disposition }) => disposition },
]

const contactColumns: readonly DataColumn<ArchivedContact>[] = [
  { key: 'name', head: 'Name', cell: ({ name }) => name },
  { key: 'company', head: 'Company', cell: ({ company }) => company },
  { key: 'numbers', head: 'Numbers', cell: ({ numbers }) => numbers.map(formatPhoneNumber).join(', ') },
  { key: 'emails', head: 'Email', cell: ({ emails }) => emails.join(', ') },
]

const meetingColumns: readonly DataColumn<ArchivedMeeting>[] = [
  { key: 'starts', head: 'Starts', width: 180, cell: ({ startsAt }) => time(startsAt) },
  { key: 'ends', head: 'Ends', width: 180, cell: ({ endsAt }) => time(endsAt) },
  { key: 'title', head: 'Title', cell: ({ title }) => title },
  { key: 'description', head: 'Participants', cell: ({ description }) => description.replace(/^Participants: /, '') },
]

/** calls.csv of an archive, the newest first. */
export function ArchivedCalls({ archiveId }: { archiveId: ArchiveId }) {
  const [page, setPage] = useState(0)
  const query = useArchivedCalls(pageOf(archiveId, page))
  return <Records query={query} label="Calls" columns={callColumns} page={page} onPage={setPage} />
}

/** contacts.vcf of an archive. */
export function ArchivedContacts({ archiveId }: { archiveId: ArchiveId }) {
  const [page, setPage] = useState(0)
  const query = useArchivedContacts(pageOf(archiveId, page))
  return <Records query={query} label="Contacts" columns={contactColumns} page={page} onPage={setPage} />
}

/** meetings.ics of an archive, the newest first. */
export function ArchivedMeetings({ archiveId }: { archiveId: ArchiveId }) {
  const [page, setPage] = useState(0)
  const query = useArchivedMeetings(pageOf(archiveId, page))
  return <Records query={query} label="Meetings" columns={meetingColumns} page={page} onPage={setPage} />
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function pageOf(archiveId: ArchiveId, page: number): RecordsPage {
  return { archiveId, offset: page * recordsAtOnce, limit: recordsAtOnce }
}

type RecordsProps<T> = {
  query: QueryState<{ total: number; rows: T[] }>
  label: string
  columns: readonly DataColumn<T>[]
  page: number
  onPage: (page: number) => void
}

/** A page of records, as they were saved, with the way to the others. */
function Records<T>({ query, label, columns, page, onPage }: RecordsProps<T>) {
  return (
    <QueryView
      query={query}
      failed={`${label} could not be read`}
      empty={{
        when: ({ total }) => total === 0,
        show: <p className={classes.dim}>The archive holds no {label.toLowerCase()}.</p>,
      }}
    >
      {({ total, rows }) => (
        <>
          <DataTable label={label} columns={columns} rows={rows} rowKey={(_, index) => String(index)} />
          {total > recordsAtOnce && <Pager page={page} total={total} onPage={onPage} />}
        </>
      )}
    </QueryView>
  )
}

function Pager({ page, total, onPage }: { page: number; total: number; onPage: (page: number) => void }) {
  const last = Math.floor((total - 1) / recordsAtOnce)
  return (
    <nav className={classes.pager} aria-label="Pages of the table">
      <AllowedButton
        variant="default"
        size="compact-sm"
        unavailable={page === 0 ? 'This is the first page' : null}
        onClick={() => onPage(page - 1)}
      >
        Previous
      </AllowedButton>
      <span className="tabular">
        {formatCount(page * recordsAtOnce + 1)}–{formatCount(Math.min(total, (page + 1) * recordsAtOnce))} of{' '}
        {formatCount(total)}
      </span>
      <AllowedButton
        variant="default"
        size="compact-sm"
        unavailable={page === last ? 'This is the last page' : null}
        onClick={() => onPage(page + 1)}
      >
        Next
      </AllowedButton>
    </nav>
  )
}

function time(instant: string): string {
  return Number.isNaN(Date.parse(instant)) ? instant : formatDateTime(instant)
}
