import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { flushFolder } from '../files/flushFolder.ts'
import { writeBagFile, type BagFile } from './bagFile.ts'
import { formatBagInfo, type BagInfo } from './bagInfo.ts'

export const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
const sealFiles = ['tagmanifest-sha256.txt', 'bagit.txt', 'manifest-sha256.txt']

/** SHA-256 (hex) of the manifest of the payload, and of that of the tag files. */
export type Sealed = { manifestSha256: string; tagmanifestSha256: string }

/** Takes the seal of an earlier try away: while files change, the folder is not a bag. */
export async function breakSeal(bag: string): Promise<void> {
  for (const file of sealFiles) await rm(join(bag, file), { force: true })
}

/**
 * Makes a folder with a flushed payload a bag: manifest and bag-info, then bagit.txt, then the manifest of these; each on
 * disk before the next.
 */
export async function seal(bag: string, payload: readonly BagFile[], info: BagInfo): Promise<Sealed> {
  const manifest = await writeBagFile(bag, 'manifest-sha256.txt', manifestLines(payload))
  const tags = [manifest, await writeBagFile(bag, 'bag-info.txt', [formatBagInfo(info)])]
  await flushFolder(bag)
  tags.push(await writeBagFile(bag, 'bagit.txt', [declaration]))
  const tagmanifest = await writeBagFile(bag, 'tagmanifest-sha256.txt', manifestLines(tags))
  await flushFolder(bag)
  await flushFolder(dirname(bag))
  return { manifestSha256: manifest.sha256, tagmanifestSha256: tagmanifest.sha256 }
}

/** Two spaces, so that sha256sum -c reads it too; our names hold nothing that would have to be encoded. */
function* manifestLines(files: readonly BagFile[]): Generator<string> {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  for (const { path, sha256 } of sorted) yield `${sha256}  ${path}\n`
}
