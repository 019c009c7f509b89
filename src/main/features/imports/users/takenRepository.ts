import type { ReadDb } from '../../../db/sql.ts'
import { unfinished } from '../../../db/unfinishedRuns.ts'

/** Why a value is taken already, by the value; user names in lower case. */
export type Taken = Readonly<Record<'userName' | 'extensionNumber' | 'phoneNumber', ReadonlyMap<string, string>>>
type Row = { value: string; owner: string }
/** owner: null for an extension that nobody has, on which a run is not finished. */
type ExtensionRow = { value: string; owner: string | null }

// CROSS JOIN keeps the order: the few values of a batch first, each looked up in the index.
const userNames = `
  SELECT lower(user.user_name) AS value, user.user_name AS owner
  FROM json_each(?) AS asked CROSS JOIN user ON user.user_name = asked.value COLLATE NOCASE AND user.status <> 'DELETED'`
const extensions = `
  SELECT asked.value, coalesce(user.user_name, ring_group.name) AS owner
  FROM json_each(?) AS asked
  LEFT JOIN extension ON extension.extension_number = asked.value
  LEFT JOIN user ON user.id = extension.user_id
  LEFT JOIN ring_group ON ring_group.extension_number = asked.value
  LEFT JOIN run ON run.extension_id = extension.id AND run.status IN ${unfinished}
  WHERE user.id IS NOT NULL OR ring_group.id IS NOT NULL OR run.id IS NOT NULL`
const phoneNumbers = `
  SELECT asked.value, phone_number.status AS owner
  FROM json_each(?) AS asked CROSS JOIN phone_number ON phone_number.phone_number = asked.value
  WHERE phone_number.status <> 'AVAILABLE'`

/**
 * Looks up a batch of values in three queries. A free extension, an available phone number and the name of a deleted
 * user are not taken: they can be given to the new user.
 */
export function prepareTaken(db: ReadDb): (asked: Record<keyof Taken, readonly string[]>) => Taken {
  const names = db.prepare<[string], Row>(userNames)
  const numbers = db.prepare<[string], ExtensionRow>(extensions)
  const phones = db.prepare<[string], Row>(phoneNumbers)
  const reasons = <R extends ExtensionRow>(rows: readonly R[], say: (row: R) => string) =>
    new Map(rows.map((row) => [row.value, say(row)]))
  return (asked) => ({
    userName: reasons(
      names.all(JSON.stringify(asked.userName)),
      ({ owner }) => `The user name "${owner}" is in use already.`,
    ),
    extensionNumber: reasons(numbers.all(JSON.stringify(asked.extensionNumber)), ({ value, owner }) =>
      owner === null
        ? `A run on extension ${value} is not finished. Finish it, or give it up, then import again.`
        : `Extension ${value} belongs to ${owner} already.`,
    ),
    phoneNumber: reasons(
      phones.all(JSON.stringify(asked.phoneNumber)),
      ({ value, owner }) => `${value} is in the phone system already (${owner.toLowerCase()}).`,
    ),
  })
}
