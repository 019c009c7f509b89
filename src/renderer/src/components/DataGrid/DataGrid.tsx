import { useMemo, useRef, type CSSProperties } from 'react'
import { tracksOf, type GridColumn, type RowEnds } from './columns.ts'
import classes from './DataGrid.module.css'
import { GridBody } from './GridBody.tsx'
import { GridHead } from './GridHead.tsx'
import type { DataGridProps } from './props.ts'

/** A virtual grid: only the rows on the screen exist, and only their pages are read. Arrows and page keys move. */
export function DataGrid<Row extends { id: string }, Sort extends string = never>(props: DataGridProps<Row, Sort>) {
  const { label, columns, sort, list, boxes, options } = props
  const { total, counted, changing } = list
  const head = useRef<HTMLDivElement>(null)
  const withBoxes = boxes !== undefined
  const withOptions = options !== undefined
  return (
    <div
      role="grid"
      aria-label={label}
      aria-multiselectable={withBoxes || undefined}
      aria-rowcount={counted === undefined ? -1 : total + 1}
      aria-busy={changing}
      className={classes.grid}
      style={useTracks(columns, { withBoxes, withOptions })}
    >
      <GridHead ref={head} {...{ columns, sort, total, boxes, withOptions }} />
      <GridBody {...props} onScrollLeft={(left) => head.current?.scrollTo({ left })} />
    </div>
  )
}

function useTracks(columns: readonly GridColumn<never, string>[], { withBoxes, withOptions }: RowEnds): CSSProperties {
  return useMemo(() => {
    const { template, least } = tracksOf(columns, { withBoxes, withOptions })
    return { '--grid-tracks': template, '--grid-least': `${least}px` } as CSSProperties
  }, [columns, withBoxes, withOptions])
}
