import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A folder that does not exist yet: an archive never goes into another one's folder. */
export function freeFolder(parent: string, name: string): string {
  for (let suffix = 1; ; suffix += 1) {
    const path = join(parent, suffix === 1 ? name : `${name} ${suffix}`)
    if (!existsSync(path)) return path
  }
}
