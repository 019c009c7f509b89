import type { BagProblem, Verification } from '../../../shared/archives/model.ts'
import { isBagThere } from '../../archive/holdsBag.ts'
import { manifestSha256Of, tagmanifestSha256Of } from '../../archive/readBag.ts'
import type { VerifyBag } from '../../archive/verify/inThread.ts'
import type { VerifyOptions } from '../../archive/verifyBag.ts'

/** What the list knows of a bag since it was saved or added. */
export type Recorded = { path: string; manifestSha256: string; tagmanifestSha256: string | null }

/**
 * Judges a bag, and compares it with what is remembered of it: one that was changed and sealed again is sound by itself,
 * and still not the one that was saved.
 */
export async function verifyArchive(
  verifyBag: VerifyBag,
  recorded: Recorded,
  options: VerifyOptions,
): Promise<Verification> {
  const verification = await verifyBag(recorded.path, options)
  const manifest = await manifestSha256Of(recorded.path).catch(() => null)
  // Without a manifest the bag has been judged already.
  if (manifest === null) return verification
  const changed = await changedSeal(recorded, manifest)
  if (changed === null) return verification
  return { ...verification, valid: false, problems: [resealed(changed), ...verification.problems] }
}

/** What is remembered of a verdict: of a bag that is not there none, because its disk may only be unplugged. */
export async function outcomeOf(path: string, { valid }: Verification): Promise<'valid' | 'damaged' | 'missing'> {
  if (valid) return 'valid'
  return (await isBagThere(path)) ? 'damaged' : 'missing'
}

async function changedSeal(recorded: Recorded, manifest: string): Promise<string | null> {
  if (manifest !== recorded.manifestSha256) return 'manifest-sha256.txt'
  if (recorded.tagmanifestSha256 === null) return null
  const tagmanifest = await tagmanifestSha256Of(recorded.path)
  return tagmanifest === recorded.tagmanifestSha256 ? null : 'tagmanifest-sha256.txt'
}

/** What is wrong with a bag whose manifest is not the one that is remembered. */
export function resealed(file: string): BagProblem {
  const message = `${file} is not the one that was recorded when this archive was saved or added: it was changed, or the archive was sealed again.`
  return { code: 'MANIFEST_INVALID', file, message }
}
