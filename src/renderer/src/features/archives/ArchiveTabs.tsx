import { Tabs } from '@mantine/core'
import { useMemo } from 'react'
import type { ArchiveContent } from '../../../../shared/archives/model.ts'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { FactList } from '../../components/FactList/FactList.tsx'
import { VoicemailList } from '../../components/VoicemailList/VoicemailList.tsx'
import { useRecordCounts } from '../../data/archives.ts'
import { formatBytes } from '../../format/bytes.ts'
import { formatCount } from '../../format/numbers.ts'
import classes from './Archives.module.css'
import { ArchivedGreetings } from './ArchivedGreetings.tsx'
import { ArchivedCalls, ArchivedContacts, ArchivedMeetings } from './RecordTables.tsx'

type File = ArchiveContent['files'][number]

const fileColumns: readonly DataColumn<File>[] = [
  { key: 'path', head: 'File', cell: ({ path }) => path },
  { key: 'bytes', head: 'Size', width: 100, numeric: true, cell: ({ bytes }) => formatBytes(bytes) },
]

/** What is in the bag: the messages with a player, what else was saved, and what the bag says of itself. */
export function ArchiveTabs({ content }: { content: ArchiveContent }) {
  const { archive, files, fileCount } = content
  const source = useMemo(() => ({ kind: 'archives' as const, query: { archiveId: archive.id } }), [archive.id])
  return (
    <Tabs defaultValue="messages" keepMounted={false}>
      <TabNames content={content} />
      <Tabs.Panel value="messages" className={classes.panel ?? ''}>
        <VoicemailList source={source} around={630} />
      </Tabs.Panel>
      <Tabs.Panel value="calls" className={classes.panel ?? ''}>
        <ArchivedCalls archiveId={archive.id} />
      </Tabs.Panel>
      <Tabs.Panel value="contacts" className={classes.panel ?? ''}>
        <ArchivedContacts archiveId={archive.id} />
      </Tabs.Panel>
      <Tabs.Panel value="meetings" className={classes.panel ?? ''}>
        <ArchivedMeetings archiveId={archive.id} />
      </Tabs.Panel>
      <Tabs.Panel value="greetings" className={classes.panel ?? ''}>
        <ArchivedGreetings archiveId={archive.id} />
      </Tabs.Panel>
      <Tabs.Panel value="files" className={classes.panel ?? ''}>
        <Files files={files} count={fileCount} />
      </Tabs.Panel>
      <Tabs.Panel value="info" className={classes.panel ?? ''}>
        <FactList
          labels="long"
          facts={[...content.bagInfo.map(toFact), { label: 'Manifest (SHA-256)', value: archive.manifestSha256 }]}
        />
      </Tabs.Panel>
    </Tabs>
  )
}

/** What each tab is called, with how much is in it. */
function TabNames({ content: { archive, files, fileCount } }: { content: ArchiveContent }) {
  const has = {
    calls: files.some(({ path }) => path === 'calls.csv'),
    contacts: files.some(({ path }) => path === 'contacts.vcf'),
    meetings: files.some(({ path }) => path === 'meetings.ics'),
    greetings: files.some(({ path }) => path.startsWith('greetings/')),
  }
  const counts = useRecordCounts(archive.id, has)
  return (
    <Tabs.List aria-label="What is in the archive">
      <Tabs.Tab value="messages">
        Messages <Count of={archive.messages} />
      </Tabs.Tab>
      {has.calls && (
        <Tabs.Tab value="calls">
          Calls <Count of={counts.calls} />
        </Tabs.Tab>
      )}
      {has.contacts && (
        <Tabs.Tab value="contacts">
          Contacts <Count of={counts.contacts} />
        </Tabs.Tab>
      )}
      {has.meetings && (
        <Tabs.Tab value="meetings">
          Meetings <Count of={counts.meetings} />
        </Tabs.Tab>
      )}
      {has.greetings && (
        <Tabs.Tab value="greetings">
          Greetings <Count of={counts.greetings} />
        </Tabs.Tab>
      )}
      <Tabs.Tab value="files">
        Other files <Count of={fileCount} />
      </Tabs.Tab>
      <Tabs.Tab value="info">Bag info</Tabs.Tab>
    </Tabs.List>
  )
}

/** Nothing until it is counted. */
function Count({ of }: { of: number | undefined }) {
  return of === undefined ? null : <span className={classes.tabCount}>{formatCount(of)}</span>
}

function Files({ files, count }: { files: readonly File[]; count: number }) {
  return (
    <>
      <DataTable label="Other files" columns={fileColumns} rows={files} rowKey={({ path }) => path} />
      {count > files.length && (
        <p className={classes.dim}>
          The first {formatCount(files.length)} of {formatCount(count)}. The folder shows all of them.
        </p>
      )}
    </>
  )
}

function toFact([label, value]: readonly [string, string]) {
  return { label: label.replaceAll('-', ' '), value }
}
