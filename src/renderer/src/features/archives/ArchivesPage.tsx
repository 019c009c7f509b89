import { useDebouncedValue } from '@mantine/hooks'
import { Tabs } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { useMemo, type ReactNode } from 'react'
import type { LibrarySummary } from '../../../../shared/archives/library.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { keepFocus } from '../../components/PageHeader/keepFocus.ts'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { VoicemailList } from '../../components/VoicemailList/VoicemailList.tsx'
import { useAddArchive, useArchivesFound, useArchivesSummary } from '../../data/archives.ts'
import { formatCount } from '../../format/numbers.ts'
import { useArchivedMessagesRow, useArchivesView, useChangeArchivesView } from '../../stores/archivesView.ts'
import { AddArchive } from './AddArchive.tsx'
import classes from './Archives.module.css'
import { ArchivesList } from './ArchivesList.tsx'
import { ArchivesToolbar } from './ArchivesToolbar.tsx'
import { useArchivesQuery } from './archivesQuery.ts'
import { foundCount } from './foundCount.ts'
import { LibraryState } from './LibraryState.tsx'
import { OpenSealed } from './OpenSealed.tsx'
import { UnsealArchive } from './UnsealArchive.tsx'
import { useSealedChoice } from './useSealedChoice.ts'
import { WatchedFolders } from './WatchedFolders.tsx'

/** Every archive that was made here, added, or found in the watched folders, and all their messages. */
export function ArchivesPage() {
  const summary = useArchivesSummary()
  const add = useAddArchive()
  const sealed = useSealedChoice()
  const some = (summary.data?.archives ?? 0) > 0
  return (
    <>
      <PageHeader
        title="Archives"
        subtitle="Voicemails and records that were saved before an account went away."
        actions={
          <>
            <WatchedFolders />
            <OpenSealed choose={sealed.choose} />
            <AddArchive add={add} />
          </>
        }
      >
        {some && <ArchivesToolbar summary={summary.data!} />}
      </PageHeader>
      <div className={classes.page}>
        {add.isError && (
          <div className={classes.alert}>
            <ErrorAlert title="The folder was not added" error={add.error} onClose={() => closed(add)} />
          </div>
        )}
        {sealed.choose.isError && (
          <div className={classes.alert}>
            <ErrorAlert title="No file was chosen" error={sealed.choose.error} onClose={() => closed(sealed.choose)} />
          </div>
        )}
        <QueryView
          query={summary}
          failed="The archives could not be read"
          empty={{
            when: ({ archives }) => archives === 0,
            show: (
              <NoArchives>
                <OpenSealed choose={sealed.choose} />
                <AddArchive add={add} />
              </NoArchives>
            ),
          }}
        >
          {(data) => <Library summary={data} />}
        </QueryView>
      </div>
      {sealed.file !== null && (
        <UnsealArchive
          file={sealed.file}
          choosing={sealed.choose.isPending}
          onChoose={() => sealed.choose.mutate()}
          onClose={sealed.drop}
        />
      )}
    </>
  )
}

function closed(tried: { reset: () => void }): void {
  tried.reset()
  keepFocus()
}

/** children: what brings the first one. */
function NoArchives({ children }: { children: ReactNode }) {
  return (
    <EmptyState icon={<IconArchive size={22} />} title="No archives yet" action={children}>
      Offboarding a person makes one. An archive that was made elsewhere, also by another BagIt tool, can be added, a
      sealed one opened, and a folder watched that holds many of them.
    </EmptyState>
  )
}

function Library({ summary }: { summary: LibrarySummary }) {
  const { part } = useArchivesView()
  const found = useArchivesFound(useArchivesQuery())
  const archives = found.narrowed ? found.archives : summary.archives
  const messages = found.searched ? found.messages : summary.messages
  const change = useChangeArchivesView()
  return (
    <>
      <LibraryState summary={summary} />
      <Tabs
        value={part}
        onChange={(to) => change({ part: to === 'messages' ? 'messages' : 'archives' })}
        keepMounted={false}
        className={classes.parts ?? ''}
      >
        <Tabs.List aria-label="What is listed">
          <Tabs.Tab value="archives">
            Archives <span className={classes.tabCount}>{archives !== undefined && formatCount(archives)}</span>
          </Tabs.Tab>
          <Tabs.Tab value="messages">
            Messages{' '}
            <span className={classes.tabCount}>
              {messages !== undefined && (found.searched ? foundCount(messages) : formatCount(messages))}
            </span>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="archives" className={classes.part ?? ''}>
          <ArchivesList />
        </Tabs.Panel>
        <Tabs.Panel value="messages" className={classes.messages ?? ''}>
          <MessagesOfAll />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

/** What is typed finds messages by caller, number, day, person, transcript and note. */
function MessagesOfAll() {
  const { search } = useArchivesView()
  const row = useArchivedMessagesRow()
  const [settled] = useDebouncedValue(search.trim(), 120)
  const source = useMemo(() => ({ kind: 'archives' as const, query: { search: settled } }), [settled])
  return <VoicemailList source={source} around={430} row={row} />
}
