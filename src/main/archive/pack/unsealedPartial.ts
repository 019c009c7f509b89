import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { partialOf } from '../../files/newFile.ts'

/** The folder in which what a sealed file holds lies until it is whole; known before anything of it is. */
export function unsealedPartialOf({ file, to }: { file: string; to: string }): string {
  const name = createHash('sha256').update(resolve(file)).digest('hex').slice(0, 16)
  return partialOf(join(resolve(to), `unsealed ${name}`))
}
