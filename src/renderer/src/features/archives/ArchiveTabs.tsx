import { Tabs } from '@mantine/core'
import { useMemo } from 'react'
import type { ArchiveContent } from '../../../../shared/archives/model.ts'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { FactList } from '../../components/FactList/FactList.tsx'
import { VoicemailList } from '../../components/VoicemailList/VoicemailList.tsx'
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
  const has = (name: string): boolean => files.some(({ path }) => path === name)
  return (
    <Tabs defaultValue="messages" keepMounted={false}>
      <Tabs.List aria-label="What is in the archive">
        <Tabs.Tab value="messages">
          Messages <span className={classes.tabCount}>{formatCount(archive.messages)}</span>
        </Tabs.Tab>
        {has('calls.csv') && <Tabs.Tab value="calls">Calls</Tabs.Tab>}
        {has('contacts.vcf') && <Tabs.Tab value="contacts">Contacts</Tabs.Tab>}
        {has('meetings.ics') && <Tabs.Tab value="meetings">Meetings</Tabs.Tab>}
        {files.some(({ path }) => path.startsWith('greetings/')) && <Tabs.Tab value="greetings">Greetings</Tabs.Tab>}
        <Tabs.Tab value="files">
          Other files <span className={classes.tabCount}>{formatCount(fileCount)}</span>
        </Tabs.Tab>
        <Tabs.Tab value="info">Bag info</Tabs.Tab>
      </Tabs.List>
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
