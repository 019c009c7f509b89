import { Tabs } from '@mantine/core'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { DataGridHandle } from '../../components/DataGrid/props.ts'
import { SearchField } from '../../components/ListTools/SearchField.tsx'
import tools from '../../components/ListTools/ListTools.module.css'
import { useFindKeys } from '../../components/ListTools/useFindKeys.ts'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { useExtensionsView, useNumbersView } from '../../stores/extensionsView.ts'
import { ExportExtensions, ExportNumbers } from './ExportList.tsx'
import { ExtensionsList } from './ExtensionsList.tsx'
import { ExtensionFilters, NumberFilters } from './Filters.tsx'
import { NumbersList } from './NumbersList.tsx'
import { TaskDialog } from './TaskDialog.tsx'
import type { Task } from './tasks.ts'
import classes from './Extensions.module.css'

/** Every extension and every phone number, a list each. Routes #/extensions and #/numbers. */
export function ExtensionsPage() {
  const [location, navigate] = useLocation()
  const numbers = location === '/numbers'
  const [task, setTask] = useState<Task | null>(null)
  const grid = useRef<DataGridHandle>(null)
  const List = numbers ? NumbersList : ExtensionsList
  return (
    <>
      <PageHeader title="Extensions & numbers" actions={numbers ? <ExportNumbers /> : <ExportExtensions />}>
        <Tabs value={numbers ? 'numbers' : 'extensions'} onChange={(to) => navigate(`/${to ?? 'extensions'}`)}>
          <Tabs.List aria-label="Lists">
            <Tabs.Tab value="extensions" aria-controls="extensionsPart">
              Extensions
            </Tabs.Tab>
            <Tabs.Tab value="numbers" aria-controls="extensionsPart">
              Phone numbers
            </Tabs.Tab>
          </Tabs.List>
        </Tabs>
        <Tools numbers={numbers} onArrowDown={() => grid.current?.focusFirst()} />
      </PageHeader>
      <div
        id="extensionsPart"
        role="tabpanel"
        aria-label={numbers ? 'Phone numbers' : 'Extensions'}
        className={classes.part}
      >
        <List ref={grid} onTask={setTask} />
      </div>
      <TaskDialog task={task} onClose={() => setTask(null)} />
    </>
  )
}

function Tools({ numbers, onArrowDown }: { numbers: boolean; onArrowDown: () => void }) {
  const field = useRef<HTMLInputElement>(null)
  const [extensionsView, numbersView] = [useExtensionsView(), useNumbersView()]
  const { search, setSearch } = numbers ? numbersView : extensionsView
  useFindKeys(field)
  const what = numbers ? 'phone numbers' : 'extensions'
  return (
    <search className={tools.toolbar} aria-label={numbers ? 'Phone numbers' : 'Extensions'}>
      <SearchField
        ref={field}
        label={`Search ${what}`}
        placeholder="Extension, number or name"
        value={search}
        onChange={setSearch}
        onArrowDown={onArrowDown}
      />
      {numbers ? <NumberFilters /> : <ExtensionFilters />}
    </search>
  )
}
