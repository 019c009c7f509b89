import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** Other systems refuse names that are not UTF-8. */
export const allowsBrokenNames = process.platform === 'linux'

/** The path of a file, made with its folders, in which each * is a byte that no UTF-8 has. */
export function writeBroken(folder: string, name: string, content: Uint8Array): void {
  const bytes = (path: string): Buffer => Buffer.from(path.replaceAll('*', '\xff'), 'latin1')
  const path = join(folder, name)
  mkdirSync(bytes(path.slice(0, path.lastIndexOf('/'))), { recursive: true })
  writeFileSync(bytes(path), content)
}
