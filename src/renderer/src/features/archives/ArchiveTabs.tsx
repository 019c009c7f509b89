import { Tabs } from '@mantine/core'
import type { ArchiveContent } from '../../../../shared/archives/model.ts'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { FactList } from '../../components/FactList/FactList.tsx'
import { VoicemailList } from '../../components/VoicemailList/VoicemailList.tsx'
import { formatBytes } from '../../format/bytes.ts'
import { formatCount } from '../../format/numbers.ts'
import classes from './Archives.module.css'

type File = ArchiveContent['files'][number]

const fileColumns: readonly DataColumn<File>[] = [
  { key: 'path', head: 'File', cell: ({ path }) => path },
  { key: 'bytes', head: 'Size', width: 100, numeric: true, cell: ({ bytes }) => formatBytes(bytes) },
]

/** What is in the bag: the messages with a player, the other files, and what the bag says of itself. */
export function ArchiveTabs({ content: { archive, messages, files, bagInfo } }: { content: ArchiveContent }) {
  return (
    <Tabs defaultValue="messages" keepMounted={false}>
      <Tabs.List aria-label="What is in the archive">
        <Tabs.Tab value="messages">
          Messages <Count count={messages.length} />
        </Tabs.Tab>
        <Tabs.Tab value="files">
          Other files <Count count={files.length} />
        </Tabs.Tab>
        <Tabs.Tab value="info">Bag info</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="messages" className={classes.panel ?? ''}>
        <VoicemailList source={{ kind: 'archive', archiveId: archive.id, messages }} />
      </Tabs.Panel>
      <Tabs.Panel value="files" className={classes.panel ?? ''}>
        <DataTable label="Other files" columns={fileColumns} rows={files} rowKey={({ path }) => path} />
      </Tabs.Panel>
      <Tabs.Panel value="info" className={classes.panel ?? ''}>
        <FactList
          labels="long"
          facts={[...bagInfo.map(toFact), { label: 'Manifest (SHA-256)', value: archive.manifestSha256 }]}
        />
      </Tabs.Panel>
    </Tabs>
  )
}

function toFact([label, value]: readonly [string, string]) {
  return { label: label.replaceAll('-', ' '), value }
}

function Count({ count }: { count: number }) {
  return <span className={classes.tabCount}>{formatCount(count)}</span>
}
