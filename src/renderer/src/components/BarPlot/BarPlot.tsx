import { Button } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import { Card } from '../Card/Card.tsx'
import { DataTable } from '../DataTable/DataTable.tsx'
import classes from './BarPlot.module.css'
import { Plot } from './Plot.tsx'
import type { BarPlotProps } from './bars.ts'

/** Values as bars, reached by pointer and arrow keys alike; the same values as a table for whoever wants to read them. */
export function BarPlot(props: BarPlotProps) {
  const { title } = props
  const [asTable, setAsTable] = useState(false)
  return (
    <Card
      title={title}
      actions={
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={asTable ? `${title} as a plot` : `${title} as a table`}
          leftSection={asTable ? <IconChartBar size={14} aria-hidden /> : <IconTable size={14} aria-hidden />}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? 'Plot' : 'Table'}
        </Button>
      }
    >
      {asTable ? <Values {...props} /> : <Plot {...props} />}
    </Card>
  )
}

function Values({ title, heads: [name, value], bars, format }: BarPlotProps) {
  return (
    // It scrolls, so the keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.table} tabIndex={0} role="group" aria-label={title}>
      <DataTable
        label={title}
        columns={[
          { key: 'name', head: name, cell: (bar) => bar.name },
          { key: 'value', head: value, numeric: true, cell: (bar) => format(bar.value) },
        ]}
        rows={bars.toReversed()}
        rowKey={(bar) => bar.name}
      />
    </div>
  )
}
