import { CloseButton, Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { archiveStates, type LibrarySummary } from '../../../../shared/archives/library.ts'
import { formatCount } from '../../format/numbers.ts'
import { SearchSelect } from '../../components/SearchSelect/SearchSelect.tsx'
import { useArchivesView, useChangeArchivesView } from '../../stores/archivesView.ts'
import classes from './Archives.module.css'
import { orderKey, orders, stateNames } from './stateNames.ts'

const orderOptions = orders.map((order) => ({ value: orderKey(order), label: order.label }))

/** Search across archives and their messages; the filters and the order are those of the archives. */
export function ArchivesToolbar({ summary }: { summary: LibrarySummary }) {
  const { search, state, tag, order, part } = useArchivesView()
  const change = useChangeArchivesView()
  const states = archiveStates.filter((one) => summary[one] > 0 || one === state)
  return (
    <search className={classes.toolbar} aria-label="Archives">
      <TextInput
        aria-label="Search archives and messages"
        placeholder="Person, caller, number, day, word of a transcript or note"
        className={classes.search ?? ''}
        leftSection={<IconSearch size={15} aria-hidden />}
        rightSection={
          search !== '' && (
            <CloseButton size="xs" aria-label="Clear the search" onClick={() => change({ search: '' })} />
          )
        }
        value={search}
        maxLength={200}
        onChange={(event) => change({ search: event.currentTarget.value })}
        onKeyDown={(event) => event.key === 'Escape' && change({ search: '' })}
      />
      {part === 'archives' && (
        <>
          <Select
            aria-label="State"
            placeholder="Any state"
            clearable
            w={170}
            data={states.map((value) => ({ value, label: `${stateNames[value]} (${formatCount(summary[value])})` }))}
            value={state}
            onChange={(value) => change({ state: archiveStates.find((one) => one === value) ?? null })}
          />
          {summary.tags.length > 0 && (
            <SearchSelect
              aria-label="Tag"
              placeholder="Any tag"
              clearable
              w={150}
              data={summary.tags.map((one) => ({ value: one.tag, label: `${one.tag} (${formatCount(one.archives)})` }))}
              value={tag}
              onChange={(value) => change({ tag: value })}
            />
          )}
          <Select
            aria-label="Order"
            w={190}
            data={orderOptions}
            allowDeselect={false}
            value={orderKey(order)}
            onChange={(value) => {
              const chosen = orders.find((one) => orderKey(one) === value)
              if (chosen !== undefined) change({ order: { sort: chosen.sort, descending: chosen.descending } })
            }}
          />
        </>
      )}
    </search>
  )
}
