import { readFileSync, readdirSync } from 'node:fs'

/** Proportional set size of a process and all below it, in MB. Linux only. */
export function pssOfTree(pid: number): number {
  const children = childrenByParent()
  const queue = [pid]
  let kilobytes = 0
  for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
    kilobytes += pssOf(one)
    queue.push(...(children.get(one) ?? []))
  }
  return kilobytes / 1024
}

function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

function childrenByParent(): Map<number, number[]> {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = parentOf(name)
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  return children
}

function parentOf(pid: string): number | null {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])
  } catch {
    return null
  }
}
