import type { Clock, Ids } from '../../clock.ts'
import type { ReadDb, WriteDb } from '../../db/sql.ts'

const firstSiteName = 'Main site'

type SiteRow = { name: string; pbx_name: string; timezone: string; locale: string }

/** The site that a name means: an existing one whatever its case, the first one for an empty name, else a new one. */
export function siteNamer(db: ReadDb): (name: string) => string {
  const known = new Map<string, string>()
  const names = db.prepare<[], { name: string }>('SELECT name FROM site ORDER BY rowid').all()
  for (const { name } of names) known.set(name.toLowerCase(), name)
  const fallback = names[0]?.name ?? firstSiteName
  return (name) => {
    if (name === '') return fallback
    const key = name.toLowerCase()
    if (!known.has(key)) known.set(key, name)
    return known.get(key)!
  }
}

/**
 * Creates the sites that do not exist yet, and the company itself in an empty data folder. New sites are like the first
 * one; the very first takes this computer's time zone. Call it inside the transaction of the import.
 */
export function createMissingSites(
  db: WriteDb,
  names: readonly string[],
  { clock, ids }: { clock: Clock; ids: Ids },
): void {
  const at = clock.now().toISOString()
  db.prepare("INSERT OR IGNORE INTO tenant (id, name, kind, created_at) VALUES (1, 'My company', 'own', ?)").run(at)
  const like = db
    .prepare<[], SiteRow>('SELECT name, pbx_name, timezone, locale FROM site ORDER BY rowid LIMIT 1')
    .get() ?? {
    pbx_name: 'pbx01',
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: 'en-US',
  }
  const exists = db.prepare('SELECT 1 FROM site WHERE name = ?')
  const insert = db.prepare(
    "INSERT INTO site (id, name, pbx_name, timezone, locale, site_code, address) VALUES (?, ?, ?, ?, ?, ?, '')",
  )
  for (const name of names) {
    if (exists.get(name) === undefined)
      insert.run(ids.next(), name, like.pbx_name, like.timezone, like.locale, freeSiteCode(db))
  }
}

/** Two digits put before an extension number make it unique over sites. */
function freeSiteCode(db: ReadDb): string {
  const taken = new Set(
    db
      .prepare<[], { code: string }>('SELECT site_code AS code FROM site')
      .all()
      .map((row) => row.code),
  )
  for (let code = 10; ; code += 1) if (!taken.has(String(code))) return String(code)
}
