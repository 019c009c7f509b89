import type { ReadDb, WriteDb } from '../../db/sql.ts'

/** The picture of the sound with this hash, or null. */
export function findPeaks(db: ReadDb, sha256: string): Uint8Array | null {
  const row = db.prepare<[string], { peaks: Buffer }>('SELECT peaks FROM audio_peaks WHERE sha256 = ?').get(sha256)
  return row?.peaks ?? null
}

/** Keeps the first picture of a sound. */
export function keepPeaks(db: WriteDb, sha256: string, peaks: Uint8Array): void {
  db.prepare('INSERT OR IGNORE INTO audio_peaks (sha256, peaks) VALUES (?, ?)').run(sha256, peaks)
}
