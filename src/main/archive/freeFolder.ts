import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A folder that does not exist yet and is not another archive's to be: no archive goes into another one's folder. */
export function freeFolder(parent: string, name: string, isTaken: (path: string) => boolean): string {
  for (let suffix = 1; ; suffix += 1) {
    const path = join(parent, suffix === 1 ? name : `${name} ${suffix}`)
    if (!existsSync(path) && !isTaken(path)) return path
  }
}
