import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { testFolder } from './folder.ts'

export const mayMount = process.platform === 'linux' && process.getuid?.() === 0

/** A disk of its own for one test. */
export function smallDisk(size: string, disk = join(testFolder(), 'disk')): string {
  mkdirSync(disk, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk])
  onTestFinished(() => void execFileSync('umount', [disk]))
  return disk
}

/** A disk of its own for one test, on which nothing can be written. */
export function readOnlyDisk(): string {
  const disk = smallDisk('1m')
  execFileSync('mount', ['-o', 'remount,ro', disk])
  return disk
}

/** Leaves some bytes free, so that the next file begins and cannot end. */
export function fillDisk(path: string): void {
  for (let size = 8 * 1024 * 1024; size > 4096; size = Math.floor(size / 2)) {
    try {
      writeFileSync(path, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // Full at this size; the next half may still fit.
    }
  }
}
