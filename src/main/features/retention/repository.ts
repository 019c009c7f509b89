import type { UserId } from '../../../shared/ids.ts'
import type { Leaving } from '../../../shared/retention/rules.ts'
import { appendAudit } from '../../audit/repository.ts'
import type { Clock } from '../../clock.ts'
import type { ReadDb, WriteDb } from '../../db/sql.ts'
import { readCompanySettings } from '../../settings/companyRepository.ts'

export type Policy = { months: number; latestAt: string | null }
/** Someone who has left and still has records in other products. */
export type Leaver = Leaving & { userId: UserId; name: string; legalHold: string | null }
export type Removal = { userId: string; name: string; fax: number; sms: number }

// Before a sweep has noted a person, nothing else is known than when they left.
const knownThen =
  'coalesce((SELECT counts_from FROM retention_start s WHERE s.user_id = user.id AND s.left_at = user.left_at), user.left_at)'
const leaver = `user.id AS userId, trim(first_name || ' ' || last_name) AS name, left_at AS "left", ${knownThen} AS knownThen,
  legal_hold AS legalHold`

export function readPolicy(db: ReadDb): Policy {
  const { latestAt } = db.prepare<[], Pick<Policy, 'latestAt'>>('SELECT latest_at AS latestAt FROM retention').get()!
  return { months: readCompanySettings(db).recordMonths, latestAt }
}

/** Before there is a company, no time is known: its people may have left long ago. */
export function hasCompany(db: ReadDb): boolean {
  return db.prepare('SELECT 1 FROM tenant').get() !== undefined
}

/** A clock that was corrected by less, or is read in another way, is none that was set back. */
const toleratedMilliseconds = 2 * 86_400_000

/**
 * Follows a clock that was set back by more than two days, whichever of the two times is the right one, and tells of it in
 * the audit: once, as the next sweep finds nothing to follow. Answers whether it did.
 */
export function followClock(db: WriteDb, clock: Clock): boolean {
  return db
    .transaction(() => {
      const { latestAt } = readPolicy(db)
      const now = clock.now()
      if (latestAt === null || now.getTime() >= Date.parse(latestAt) - toleratedMilliseconds) return false
      const at = now.toISOString()
      db.prepare('UPDATE retention SET doubted_at = latest_at, latest_at = ?').run(at)
      const event = {
        operator: 'Offhook',
        action: 'retention.clockSetBack',
        subject: latestAt,
        detail: { to: at },
      } as const
      appendAudit(db, clock, event)
      return true
    })
    .immediate()
}

/** Notes the latest time known as each leaver left. Else a corrected clock would end the period too early. */
export function noteLeavers(db: WriteDb): void {
  db.prepare(noteSql).run()
}

export const noteSql = `
  INSERT INTO retention_start (user_id, left_at, counts_from)
    SELECT user.id, left_at, max(left_at, coalesce(latest_at, left_at), coalesce(doubted_at, left_at)) FROM user, retention WHERE left_at IS NOT NULL
    ON CONFLICT (user_id) DO UPDATE SET left_at = excluded.left_at, counts_from = excluded.counts_from
    WHERE excluded.left_at <> retention_start.left_at`

export function listLeavers(db: ReadDb): Leaver[] {
  return db.prepare<[], Leaver>(leaversSql).all()
}

export const leaversSql = `
  SELECT ${leaver} FROM user
  WHERE left_at IS NOT NULL AND EXISTS (SELECT 1 FROM other_product_record WHERE user_id = user.id)
  ORDER BY left_at, user.id`

/** How many records of other products these people have, and how many of the people have any. */
export function countRecords(db: ReadDb, userIds: readonly string[]): { people: number; fax: number; sms: number } {
  return db
    .prepare<[string], { people: number; fax: number; sms: number }>(
      `SELECT count(DISTINCT user_id) AS people, count(*) FILTER (WHERE product = 'fax') AS fax,
        count(*) FILTER (WHERE product = 'sms') AS sms
      FROM other_product_record WHERE user_id IN (SELECT value FROM json_each(?))`,
    )
    .get(JSON.stringify(userIds))!
}

/** Null for someone who has not left. */
export function readLeaver(db: ReadDb, userId: UserId): Leaver | null {
  return (
    db.prepare<[string], Leaver>(`SELECT ${leaver} FROM user WHERE left_at IS NOT NULL AND id = ?`).get(userId) ?? null
  )
}

/** Deletes a person's records of other products and notes how many, in one transaction; nothing when isStillDue says no. */
export function removeRecords(db: WriteDb, userId: UserId, isStillDue: (now: Leaver) => boolean): void {
  db.transaction(() => {
    const person = readLeaver(db, userId)
    if (person === null || !isStillDue(person)) return
    db.prepare(
      `INSERT INTO retention_removal (user_id, product, records)
        SELECT user_id, product, count(*) FROM other_product_record WHERE user_id = ? GROUP BY product
        ON CONFLICT (user_id, product) DO UPDATE SET records = records + excluded.records`,
    ).run(userId)
    db.prepare('DELETE FROM other_product_record WHERE user_id = ?').run(userId)
  }).immediate()
}

/**
 * Ends a sweep: one audit entry tells of everything that was removed and not yet told of, also by a sweep that was
 * killed, and the latest time known never goes back. Answers what the entry tells.
 */
export function settleSweep(db: WriteDb, clock: Clock, months: number): Removal[] {
  return db
    .transaction(() => {
      const removed = readRemovals(db)
      if (removed.length > 0) {
        appendAudit(db, clock, {
          operator: 'Offhook',
          action: 'retention.sweep',
          subject: 'Other products',
          detail: { months, people: removed.length, ...sumsOf(removed), removed },
        })
        db.prepare('DELETE FROM retention_removal').run()
      }
      const now = clock.now().toISOString()
      db.prepare(
        `UPDATE retention SET latest_at = max(coalesce(latest_at, @now), @now),
          doubted_at = iif(doubted_at <= @now, NULL, doubted_at)`,
      ).run({ now })
      return removed
    })
    .immediate()
}

export function sumsOf(removed: readonly Removal[]): { fax: number; sms: number } {
  return {
    fax: removed.reduce((sum, one) => sum + one.fax, 0),
    sms: removed.reduce((sum, one) => sum + one.sms, 0),
  }
}

function readRemovals(db: ReadDb): Removal[] {
  return db
    .prepare<[], Removal>(
      `SELECT user_id AS userId, trim(first_name || ' ' || last_name) AS name,
        sum(iif(product = 'fax', records, 0)) AS fax, sum(iif(product = 'sms', records, 0)) AS sms
      FROM retention_removal JOIN user ON user.id = user_id GROUP BY user_id ORDER BY user_id`,
    )
    .all()
}
