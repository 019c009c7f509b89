import { cpus } from 'node:os'

/** One line of `npm run bench`: ours beside its peers, as measured in one run. */
export type Measurement = {
  name: string
  unit: string
  ours: number
  peers: Record<string, number>
  /** Ours against the peer that the bar names; higher is better only where the bar starts with ≥. */
  ratio: number | null
  bar: string
  holds: boolean
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The value that so many of a hundred do not exceed (nearest rank). */
export function percentile(values: readonly number[], hundredths: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((sorted.length * hundredths) / 100) - 1)]!
}

/** Prints one JSON object a line with --json, else a readable line. */
export function print(measurements: readonly Measurement[], args: readonly string[] = process.argv.slice(2)): void {
  for (const one of measurements)
    process.stdout.write(args.includes('--json') ? `${JSON.stringify(one)}\n` : readable(one))
}

function readable({ name, unit, ours, peers, ratio, bar, holds }: Measurement): string {
  const beside = Object.entries(peers).map(([peer, value]) => `${peer} ${round(value)}`)
  const parts = [
    `${round(ours)} ${unit}`,
    ...beside,
    ...(ratio === null ? [] : [`ratio ${round(ratio)}`]),
    `bar ${bar}`,
    holds ? 'holds' : 'FALLS SHORT',
  ]
  return `${name}: ${parts.join(' · ')} (${cpus().length} cores)\n`
}

export function round(value: number): number {
  return Number(value.toPrecision(4))
}
