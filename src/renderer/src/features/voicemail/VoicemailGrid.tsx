import type { RefObject } from 'react'
import { DataGrid } from '../../components/DataGrid/DataGrid.tsx'
import type { DataGridHandle } from '../../components/DataGrid/props.ts'
import { useFittingColumns } from '../../components/DataGrid/useFittingColumns.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { useMessagesBetween, useMessagesNotShown, useVoicemail, type VoicemailQuery } from '../../data/voicemail.ts'
import { selectedSingly } from '../../stores/selection.ts'
import {
  useVoicemailActions,
  useVoicemailRow,
  useVoicemailSelection,
  useVoicemailView,
} from '../../stores/voicemailView.ts'
import { messageName, voicemailColumns } from './columns.tsx'
import { MessageDock } from './MessageDock.tsx'
import { NothingFound } from './NothingFound.tsx'
import { useOpenedMessage } from './useOpenedMessage.ts'
import { VoicemailBar } from './VoicemailBar.tsx'
import classes from './Voicemail.module.css'

export type VoicemailGridProps = { query: VoicemailQuery; grid: RefObject<DataGridHandle | null> }

/** What stands beside the columns. */
const ends = { withBoxes: true, withOptions: false }

/** The messages, and under them the player of the one that was opened: Enter opens and plays, the side arrows seek. */
export function VoicemailGrid({ query, grid }: VoicemailGridProps) {
  const [current, setCurrent] = useVoicemailRow()
  const { head, list } = useVoicemail(query, current)
  const { sort, descending } = useVoicemailView()
  const { sortBy } = useVoicemailActions()
  const columns = useFittingColumns(voicemailColumns, ends)
  const { selection, setSelection } = useVoicemailSelection()
  const notShown = useMessagesNotShown(query, selectedSingly(selection))
  const between = useMessagesBetween(query)
  const { opened, player, open, close, onKeyDown, toPrevious, toNext } = useOpenedMessage(list, grid)
  if (head.isError && head.data === undefined)
    return (
      <PageBody>
        <ErrorAlert title="The messages could not be read" error={head.error} onRetry={() => void head.refetch()} />
      </PageBody>
    )
  return (
    <>
      <VoicemailBar query={query} total={list.counted} changing={list.changing} notShown={notShown} />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the rows inside, which own the focus */}
      <div className={classes.rows} onKeyDown={onKeyDown}>
        <DataGrid
          ref={grid}
          label="Voicemail messages"
          columns={columns}
          sort={{ by: sort, descending, onSort: sortBy }}
          list={list}
          question={query}
          empty={<NothingFound />}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          opened={opened?.message.id ?? null}
          boxes={{
            selectAll: 'Select every message in the list',
            nameOf: messageName,
            selection,
            setSelection,
            notShown,
            between,
          }}
        />
      </div>
      {opened !== null && (
        <MessageDock
          ref={player}
          message={opened.message}
          autoPlay={opened.autoPlay}
          onPrevious={toPrevious}
          onNext={toNext}
          onClose={close}
        />
      )}
    </>
  )
}
