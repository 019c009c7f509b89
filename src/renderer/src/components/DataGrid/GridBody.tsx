import { useImperativeHandle, useRef, type KeyboardEvent } from 'react'
import { isSelected } from '../../stores/selection.ts'
import classes from './DataGrid.module.css'
import { GridRow } from './GridRow.tsx'
import { Empty, Waiting } from './GridStates.tsx'
import type { DataGridProps } from './props.ts'
import { useGridKeys } from './useGridKeys.ts'
import { useRowFocus } from './useRowFocus.ts'
import { useRowSelection } from './useRowSelection.ts'
import { useSlow } from './useSlow.ts'
import { useStanding } from './useStanding.ts'
import { useVirtualRows } from './useVirtualRows.ts'

type GridBodyProps<Row extends { id: string }, Sort extends string> = DataGridProps<Row, Sort> & {
  onScrollLeft: (left: number) => void
}

/** The rows, and what stands in their place: none is read yet, or there are none. */
export function GridBody<Row extends { id: string }, Sort extends string>({
  onScrollLeft,
  ref,
  ...props
}: GridBodyProps<Row, Sort>) {
  const { columns, list, question, empty, current, onCurrent, onOpen, opened, boxes, options } = props
  const body = useRef<HTMLDivElement>(null)
  const { total, virtualizer } = useVirtualRows({ list, question, current, body })
  const { standing, watchFocus } = useStanding(virtualizer)
  const focus = useRowFocus({ total, current, onCurrent, body, virtualizer })
  const select = useRowSelection({ boxes, rowAt: list.rowAt, question })
  const onKey = useGridKeys({ total, body, focus, select })
  useImperativeHandle(ref, () => ({
    focusFirst: () => focus.goTo(0),
    goTo: focus.goTo,
    reveal: (row) => {
      onCurrent(row)
      virtualizer.scrollToIndex(row)
    },
  }))
  const slow = useSlow(list.changing)
  const { toggle: onToggle, beginAt: onBegin, extendTo: onExtend } = select
  const shared = { columns, options, onOpen, onCurrent, onToggle, onBegin, onExtend }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it stands in for a row that is not drawn yet
    <div
      ref={body}
      role="rowgroup"
      tabIndex={-1}
      className={classes.body}
      data-slow={slow}
      onKeyDown={(event) => isOfRow(event) && onKey(event)}
      onScroll={({ currentTarget }) => onScrollLeft(currentTarget.scrollLeft)}
      {...watchFocus}
    >
      {!list.loaded && <Waiting />}
      {list.counted === 0 && <Empty>{empty}</Empty>}
      <div role="presentation" className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
        {standing.map(({ index, start, slot }) => {
          const row = list.rowAt(index)
          return (
            <GridRow
              key={slot}
              {...shared}
              row={row}
              index={index}
              top={start}
              current={index === Math.min(current, total - 1)}
              opened={opened === undefined ? undefined : row?.id === opened}
              selected={boxes && row && isSelected(boxes.selection, row.id)}
              nameOf={boxes?.nameOf}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Whether a key is pressed on a row, or on the body that has the focus for one; not on what stands in a row. */
function isOfRow({ target, currentTarget }: KeyboardEvent): boolean {
  return target === currentTarget || (target instanceof HTMLElement && target.role === 'row')
}
