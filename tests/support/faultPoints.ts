import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'

/** A file that gets a line of JSON for each group of points: {points, failures}; `npm run test:faults` adds them up. */
const told = process.env['OFFHOOK_FAULT_COUNTS']

/**
 * Tries each point in a folder of its own, which is gone after it, and goes on after one that fails, so that the number
 * of failures is known too. Throws the first of them in the end.
 */
export async function tryEach(
  points: readonly number[],
  work: (at: number, folder: string) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = []
  for (const at of points) {
    const folder = mkdtempSync(join(tmpdir(), 'offhook-point-'))
    try {
      await work(at, folder)
    } catch (error) {
      failures.push(error)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  tellCounts(points.length, failures)
  if (failures.length > 0) throw failures[0]
}

/** Adds points that were tried to the count, and what failed at them. */
export function tellCounts(points: number, failures: readonly unknown[]): void {
  if (told === undefined) return
  const line = { name: expect.getState().currentTestName, points, failures: failures.map(String) }
  appendFileSync(told, `${JSON.stringify(line)}\n`)
}
