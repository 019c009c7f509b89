import type { Clock, Ids } from '../../../clock.ts'
import type { WriteDb } from '../../../db/sql.ts'
import { unfinished } from '../../../db/unfinishedRuns.ts'
import { createMissingSites } from '../siteRepository.ts'

const users = `
  INSERT INTO user (id, user_name, first_name, last_name, primary_email, status, locale, timezone, site_id, department,
    job_title, role, leaves_on, created_time, last_updated_time)
  SELECT s.id, s.user_name, s.first_name, s.last_name, s.primary_email, s.status, site.locale,
    coalesce(s.timezone, site.timezone), site.id, s.department, s.job_title, 'none', s.leaves_on, @at, @at
  FROM temp.staged_user s JOIN site ON site.name = s.site`

/** Free extensions that get a user and had one before. */
const inherited = `
  SELECT extension.id FROM temp.staged_user s CROSS JOIN extension ON extension.extension_number = s.extension_number
  WHERE extension.user_id IS NULL
    AND EXISTS (SELECT 1 FROM extension_former_user former WHERE former.extension_id = extension.id)`

// A run on an extension that nobody has was planned for that: the number that is taken then breaks the transaction.
const freeExtensions = `
  UPDATE extension SET user_id = s.id FROM temp.staged_user s
  WHERE extension.extension_number = s.extension_number AND extension.user_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM run WHERE run.extension_id = extension.id AND run.status IN ${unfinished})`

const newExtensions = `
  INSERT INTO extension (id, extension_number, fq_extension_number, site_id, user_id)
  SELECT s.extension_id, s.extension_number, site.site_code || s.extension_number, site.id, s.id
  FROM temp.staged_user s JOIN site ON site.name = s.site
  WHERE s.extension_number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM extension WHERE extension.user_id = s.id)`

// A number that lies idle is given to the extension; one that is in use by now breaks the transaction.
const numbers = `
  INSERT INTO phone_number (phone_number, country, status, origin, extension_id, is_primary)
  SELECT s.phone_number, s.country, 'ASSIGNED', 'CLAIMED', extension.id,
    NOT EXISTS (SELECT 1 FROM phone_number held WHERE held.extension_id = extension.id AND held.is_primary = 1)
  FROM temp.staged_user s JOIN extension ON extension.user_id = s.id
  WHERE s.phone_number IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM phone_number idle WHERE idle.phone_number = s.phone_number AND idle.status = 'AVAILABLE')`

const idleNumbers = `
  UPDATE phone_number SET status = 'ASSIGNED', extension_id = owned.id,
    is_primary = NOT EXISTS (SELECT 1 FROM phone_number held WHERE held.extension_id = owned.id AND held.is_primary = 1)
  FROM (SELECT s.phone_number AS staged, extension.id AS id FROM temp.staged_user s JOIN extension ON extension.user_id = s.id) owned
  WHERE phone_number.phone_number = owned.staged AND phone_number.status = 'AVAILABLE'`

/**
 * Moves the staged users into the directory, with their sites, extensions and numbers. Call it inside a transaction: a
 * name or number that was taken since it was checked breaks a constraint, and then nothing is imported.
 */
export function insertStaged(db: WriteDb, given: { clock: Clock; ids: Ids }): number {
  const at = given.clock.now().toISOString()
  const sites = db.prepare<[], { site: string }>('SELECT DISTINCT site FROM temp.staged_user ORDER BY site').all()
  createMissingSites(
    db,
    sites.map((row) => row.site),
    given,
  )
  const { changes } = db.prepare(users).run({ at })
  hideFromSuccessors(db)
  for (const sql of [freeExtensions, newExtensions, numbers, idleNumbers]) db.prepare(sql).run()
  return changes
}

/**
 * What an earlier user of an extension left on it stays with the administrators: nobody was asked to hand it over. Where
 * nobody had it, it was made for its mailbox, which is the new user's.
 */
function hideFromSuccessors(db: WriteDb): void {
  const extensions = JSON.stringify(db.prepare<[], string>(inherited).pluck().all())
  for (const table of ['voicemail_message', 'call_log'])
    db.prepare(`UPDATE ${table} SET is_hidden = 1 WHERE extension_id IN (SELECT value FROM json_each(?))`).run(
      extensions,
    )
}
