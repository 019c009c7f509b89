import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { verifyBag } from '../../src/main/archive/verifyBag.ts'
import { testFolder } from './folder.ts'

export const drafts = ['0.93', '0.94', '0.95', '0.96', '0.97'] as const

export type BagFiles = Readonly<Record<string, string | Uint8Array>>

export function hashOf(algorithm: string, content: string | Uint8Array): string {
  return createHash(algorithm).update(content).digest('hex')
}

export function declared(version: string, encoding = 'UTF-8'): string {
  return `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`
}

/** A folder with a data folder and files as they are given; paths with a folder make it. */
export function folderWith(files: BagFiles): string {
  const bag = join(testFolder(), 'bag')
  mkdirSync(join(bag, 'data'), { recursive: true })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(bag, path)), { recursive: true })
    writeFileSync(join(bag, path), content)
  }
  return bag
}

/** The lines of a manifest of these files, as they are named. */
export function manifestOf(algorithm: string, files: BagFiles): string {
  return Object.entries(files)
    .map(([path, content]) => `${hashOf(algorithm, content)}  ${path}\n`)
    .join('')
}

export const verify = (bag: string) => verifyBag(bag, { signal: new AbortController().signal, report: () => undefined })
export const payload: BagFiles = { 'data/a.txt': 'hello', 'data/sub folder/b.bin': Uint8Array.of(0, 255, 13, 10) }

/** A bag with nothing to say against: payload, one manifest, bag-info, a manifest of the tag files. */
export function soundBag(version = '1.0', algorithm = 'sha512', change: BagFiles = {}): string {
  const tags: BagFiles = {
    'bagit.txt': declared(version),
    'bag-info.txt': 'Contact-Name: Zoë\nPayload-Oxum: 9.2\n',
    [`manifest-${algorithm}.txt`]: manifestOf(algorithm, payload),
    ...change,
  }
  const inTags = Object.entries(tags).filter(([path]) => !path.startsWith('data/') && !path.startsWith('tagmanifest-'))
  return folderWith({
    ...payload,
    [`tagmanifest-${algorithm}.txt`]: manifestOf(algorithm, Object.fromEntries(inTags)),
    ...tags,
  })
}

/** Codes with file and line, as far as there is a line. */
export async function found(bag: string): Promise<{ problems: string[]; warnings: string[]; verdict: string }> {
  const { valid, complete, problems, warnings } = await verify(bag)
  const told = ({ code, file, line }: { code: string; file: string; line?: number | undefined }): string =>
    `${code} ${file}${line === undefined ? '' : `:${line}`}`
  // The sentence alone, as the window shows it, has to say the line too.
  const silent = [...problems, ...warnings].filter(
    ({ line, message }) =>
      line !== undefined && !new RegExp(`line ${line}\\b|begins with|not known`, 'i').test(message),
  )
  expect(silent).toEqual([])
  return {
    problems: problems.map(told),
    warnings: warnings.map(told),
    verdict: valid ? 'valid' : complete ? 'complete' : 'incomplete',
  }
}

/** bag-info.txt with this Payload-Oxum. */
export function info(oxum: string): BagFiles {
  return { 'bag-info.txt': `Payload-Oxum: ${oxum}\n` }
}
