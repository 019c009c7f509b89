import { useElementSize } from '@mantine/hooks'
import { useId, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { BarPlotProps } from './bars.ts'
import classes from './BarPlot.module.css'
import { layoutOf } from './layout.ts'
import { PlotBars } from './PlotBars.tsx'

const height = 176

/** The drawn values: one stop of the Tab key, arrows go from bar to bar, and the one reached is said in full. */
export function Plot({ title, bars, format, formatShort, opens }: BarPlotProps) {
  const { ref, width } = useElementSize()
  const [chosen, setChosen] = useState<number | null>(null)
  const [focused, setFocused] = useState(false)
  const [pointed, setPointed] = useState<number | null>(null)
  const hint = useId()
  // Bars can become fewer while one is chosen.
  const current = Math.min(chosen ?? bars.length - 1, bars.length - 1)
  const layout = layoutOf(bars, { width, height, formatShort })
  const shown = Math.min(pointed ?? (focused ? current : -1), bars.length - 1)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && opens !== undefined) opens.open(current)
    const next = nextBar(event.key, current, bars.length)
    if (next === null) return
    event.preventDefault()
    setChosen(next)
  }
  const onPointerMove = ({ clientX, currentTarget }: PointerEvent): void =>
    setPointed(layout.barAt(clientX - currentTarget.getBoundingClientRect().left))
  return (
    <div
      ref={ref}
      role="slider"
      tabIndex={0}
      aria-label={title}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={bars.length}
      aria-valuenow={current + 1}
      aria-valuetext={`${bars[current]!.name}: ${format(bars[current]!.value)}`}
      aria-describedby={hint}
      className={classes.plot}
      data-opens={opens !== undefined}
      style={{ height }}
      onKeyDown={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setPointed(null)}
      onClick={() => pointed !== null && opens?.open(pointed)}
    >
      <PlotBars layout={layout} height={height} shown={shown} />
      {shown >= 0 && (
        <Tip
          middle={layout.bars[shown]!.middle}
          width={width}
          name={bars[shown]!.name}
          value={format(bars[shown]!.value)}
        />
      )}
      <span id={hint} hidden>
        Arrow keys go from bar to bar{opens !== undefined && `, Enter ${opens.hint}`}.
      </span>
    </div>
  )
}

type TipProps = { middle: number; width: number; name: string; value: string }

/** What a bar stands for, on the side of it that has the more room. */
function Tip({ middle, width, name, value }: TipProps) {
  const side = middle > width / 2 ? { right: width - middle + 8 } : { left: middle + 8 }
  return (
    <div aria-hidden className={classes.tip} style={side}>
      <strong>{value}</strong>
      <span>{name}</span>
    </div>
  )
}

function nextBar(key: string, current: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: current - 1,
    ArrowDown: current - 1,
    ArrowRight: current + 1,
    ArrowUp: current + 1,
    PageDown: current - 10,
    PageUp: current + 10,
    Home: 0,
    End: count - 1,
  }
  const next = steps[key]
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next))
}
