import type { SiteRow } from '../../../shared/company/contract.ts'
import type { ReadDb, WriteDb } from '../../db/sql.ts'

/** Null before there is a company. */
export function readName(db: ReadDb): string | null {
  return db.prepare<[], { name: string }>('SELECT name FROM tenant').get()?.name ?? null
}

export function writeName(db: WriteDb, name: string): void {
  db.prepare('UPDATE tenant SET name = ?').run(name)
}

/** Everybody of a site is counted: out of indexes alone, or main would stand still for a large company. */
export const sitesSql = `
  SELECT id, name, timezone,
    (SELECT count(*) FROM user WHERE site_id = site.id AND status <> 'DELETED') AS users,
    (SELECT count(*) FROM user WHERE site_id = site.id AND status = 'DELETED') AS deletedUsers,
    (SELECT count(*) FROM extension WHERE site_id = site.id) AS extensions,
    (SELECT count(*) FROM ring_group WHERE site_id = site.id) AS ringGroups,
    (SELECT count(*) FROM call_queue WHERE site_id = site.id) AS callQueues
  FROM site ORDER BY name COLLATE NOCASE`

export function listSites(db: ReadDb): SiteRow[] {
  return db.prepare<[], SiteRow>(sitesSql).all()
}

type NewSite = { id: string; name: string; timezone: string; locale: string; company: string }

export function insertSite(db: WriteDb, site: NewSite): void {
  db.prepare(
    `INSERT INTO site (id, name, pbx_name, timezone, locale, site_code, address)
      VALUES (@id, @name, @company, @timezone, @locale, '', '')`,
  ).run(site)
}

export function updateSite(db: WriteDb, site: Pick<SiteRow, 'id' | 'name' | 'timezone'>): void {
  db.prepare('UPDATE site SET name = @name, timezone = @timezone WHERE id = @id').run(site)
}

export function deleteSite(db: WriteDb, id: string): void {
  db.prepare('DELETE FROM site WHERE id = ?').run(id)
}
