export type Bar = {
  /** What the bar stands for, in full: "Mon, Nov 2, 2026". */
  name: string
  value: number
  /** What stands below it on the axis where there is room; null for nothing. */
  tick: string | null
}

export type BarPlotProps = {
  title: string
  /** Heads of the table: what a bar is, and what is counted. */
  heads: readonly [name: string, value: string]
  bars: readonly Bar[]
  /** A value in full: "41 calls". */
  format: (value: number) => string
  /** A value in few letters, for the axis. */
  formatShort: (value: number) => string
  /** What choosing a bar does, as the keyboard is told: "shows its calls". */
  opens?: { hint: string; open: (index: number) => void }
}
