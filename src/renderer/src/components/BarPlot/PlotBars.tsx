import classes from './BarPlot.module.css'
import type { Layout } from './layout.ts'

/** The picture of a plot; what it says is said by the element around it and by the table. */
export function PlotBars({ layout, height, shown }: { layout: Layout; height: number; shown: number }) {
  const { width, floor, left, lines, bars, ticks } = layout
  const current = bars[shown]
  return (
    <svg width={width} height={height} aria-hidden className={classes.picture}>
      {lines.map(({ y, text }) => (
        <g key={y}>
          <line x1={left} x2={width} y1={y} y2={y} className={classes.line} />
          <text x={left - 8} y={y} dy="0.32em" textAnchor="end" className={classes.text}>
            {text}
          </text>
        </g>
      ))}
      {current !== undefined && (
        <rect x={current.x - 1} width={current.width + 2} y={0} height={floor} className={classes.band} />
      )}
      {bars.map((bar, index) => (
        <rect
          key={bar.middle}
          x={bar.x}
          y={bar.y}
          width={bar.width}
          height={bar.height}
          rx={bar.width > 6 ? 2 : 0}
          className={classes.bar}
          data-current={index === shown}
        />
      ))}
      <line x1={left} x2={width} y1={floor} y2={floor} className={classes.floor} />
      {ticks.map(({ x, text }) => (
        <text key={x} x={x} y={floor + 16} textAnchor="middle" className={classes.text}>
          {text}
        </text>
      ))}
    </svg>
  )
}
