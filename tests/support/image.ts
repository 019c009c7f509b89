import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'

const run = (program: string, ...args: string[]): void =>
  void execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })

/** What a machine lacks for disks of its own; empty when it has all. */
export function lacksImages(): string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'root on Linux'
  for (const program of ['mkfs.ext4', 'losetup'])
    if (!['/sbin', '/usr/sbin', '/bin', '/usr/bin'].some((folder) => existsSync(`${folder}/${program}`))) return program
  try {
    execFileSync('losetup', ['--find'], { stdio: 'ignore' })
    return ''
  } catch {
    return 'loop devices'
  }
}

/** An ext4 disk in a file. */
export function makeImage(file: string, megabytes: number): void {
  run('truncate', '--size', `${megabytes}M`, file)
  run('mkfs.ext4', '-q', '-F', '-m', '0', file)
}

/** commit=300: nothing reaches the disk by the clock, only by a flush. */
export function mountImage(file: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  run('mount', '-o', 'loop,commit=300', file, folder)
}

export function unmount(folder: string): void {
  run('umount', '--lazy', folder)
}

/** What the disk would hold if the power went now: all that has reached it, nothing that is still in memory. */
export function copyImage(file: string, to: string): void {
  run('cp', '--sparse=always', file, to)
}
