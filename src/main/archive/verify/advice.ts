import { basename } from 'node:path'
import type { BagWarning } from '../../../shared/archives/model.ts'
import { foldedName } from '../twins.ts'
import type { BagManifest } from './expectations.ts'
import type { Reading } from './reading.ts'

const weak: ReadonlySet<string> = new Set(['md5', 'sha1'])
const systemFiles = /^(\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|\.Spotlight-V100|\.Trashes)$/i

/** Notes what the standard allows and advises against: names that collide on other systems, hashes that can be forged. */
export function advise(reading: Reading, manifests: readonly BagManifest[]): void {
  const warn = (code: BagWarning['code'], file: string, message: string): void =>
    void reading.warnings.push({ code, file, message })
  const { version, encoding, extraLines } = reading.declaration
  if (version !== '1.0') warn('OLD_VERSION', 'bagit.txt', `The bag is of BagIt ${version}; the standard is 1.0.`)
  if (!/^utf-?8$/i.test(encoding)) warn('NOT_UTF8', 'bagit.txt', `Tag files are in ${encoding}; UTF-8 is advised.`)
  if (extraLines) warn('LOOSE_FORM', 'bagit.txt', 'bagit.txt has empty lines after its two lines.')
  const ofPayload = manifests.filter(({ payload }) => payload)
  const ofTags = manifests.filter(({ payload }) => !payload)
  if (ofPayload.length > 0 && ofPayload.every(({ algorithm }) => weak.has(algorithm)))
    warn('WEAK_ALGORITHM', ofPayload[0]!.file, 'The payload is protected by MD5 or SHA-1 alone, which can be forged.')
  if (ofTags.length === 0)
    warn('TAG_MANIFEST_MISSING', 'tagmanifest-sha256.txt', 'No tag manifest protects the manifests and bag-info.txt.')
  else
    for (const file of unprotected(reading, ofTags))
      warn('TAG_FILE_UNPROTECTED', file, `No tag manifest lists ${file}, so a change to it would not be noticed.`)
  for (const group of [ofPayload, ofTags]) {
    const differs = group.find(({ entries }) => !sameNames(entries, group[0]!.entries))
    if (differs !== undefined)
      warn('MANIFESTS_DIFFER', differs.file, `${differs.file} and ${group[0]!.file} do not list the same files.`)
  }
  adviseOnNames([...reading.files], warn)
}

/** Tag files that no manifest has a hash of. Offhook's own notes bear theirs in themselves. */
function unprotected({ files }: Reading, ofTags: readonly BagManifest[]): string[] {
  const listed = new Set(ofTags.flatMap(({ entries }) => [...entries.keys()].map((path) => path.normalize('NFC'))))
  const needsNone = (file: string): boolean =>
    file.startsWith('data/') ||
    /^tagmanifest-[^/]+\.txt$/.test(file) ||
    /^offhook-notes(-damaged-[0-9a-f]+)?\.json$/.test(file) ||
    systemFiles.test(basename(file))
  return [...files].filter((file) => !needsNone(file) && !listed.has(file.normalize('NFC')))
}

function adviseOnNames(
  files: readonly string[],
  warn: (code: BagWarning['code'], file: string, message: string) => void,
): void {
  const folded = new Map<string, string>()
  for (const file of files.toSorted()) {
    const key = foldedName(file)
    const twin = folded.get(key)
    if (twin === undefined) folded.set(key, file)
    else {
      const how = twin.normalize('NFC') === file.normalize('NFC') ? 'the spelling of accents' : 'upper and lower case'
      warn('NAMES_COLLIDE', file, `${file} and ${twin} differ in ${how} only; on other systems one replaces the other.`)
    }
    if (systemFiles.test(basename(file)))
      warn('SYSTEM_FILE', file, `${file} is a file of the operating system, not content.`)
    if (file.startsWith('data/') && basename(file) === 'bagit.txt')
      warn('BAG_IN_BAG', file, `${file} makes its folder a bag inside this bag, which is not judged on its own.`)
  }
}

function sameNames(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a.keys()].every((name) => b.has(name))
}
