import { z } from 'zod'
import { userId } from '../../shared/ids.ts'
import { userStatus } from '../../shared/directory/model.ts'
import type { Choices, ExtensionChoices } from '../../shared/offboarding/choices.ts'
import type { Plan } from '../../shared/offboarding/plan.ts'
import type { Giver } from '../../shared/offboarding/targets.ts'
import type { Surroundings } from '../../shared/offboarding/step.ts'
import type { ReadDb } from '../db/sql.ts'
import { readCompanySettings } from '../settings/companyRepository.ts'

const targetStatus = userStatus.or(z.literal('FREE'))

type TargetRow = { name: string | null; status: string; leavesOn: string | null }

const target = `
  SELECT trim(user.first_name || ' ' || user.last_name) AS name, coalesce(user.status, 'FREE') AS status, user.leaves_on AS leavesOn
  FROM extension LEFT JOIN user ON user.id = extension.user_id WHERE extension_number = ?`

/**
 * What the plan must know of the company for these choices: the extensions they name, and whether names are taken.
 * Null: nothing is chosen.
 */
export function readSurroundings(db: ReadDb, choices: Choices | ExtensionChoices | null): Surroundings {
  const profile = choices?.assignProfile ?? null
  const targets = targetsOf(choices).flatMap((number) => {
    const row = db.prepare<[string], TargetRow>(target).get(number)
    return row === undefined ? [] : [[number, { ...row, status: targetStatus.parse(row.status) }] as const]
  })
  return {
    extensions: Object.fromEntries(targets),
    activePrimaryAdministrators: countPrimaryAdministrators(db),
    ...primaryOperator(db),
    retentionMonths: readCompanySettings(db).recordMonths,
    takenUserNames: profile === null ? [] : taken(db, profile.userName),
  }
}

/** Who gives things away by a plan that was made before, with what is true now of the company. */
export function giverOf(
  db: ReadDb,
  { subject, choices }: Pick<Plan, 'subject' | 'choices'>,
): Giver & { surroundings: Surroundings } {
  return {
    kind: subject.kind === 'extension' ? 'extension' : 'person',
    inventory: { extension: subject.extension === null ? null : { extensionNumber: subject.extension } },
    surroundings: readSurroundings(db, choices),
  }
}

function targetsOf(choices: Choices | ExtensionChoices | null): string[] {
  if (choices === null) return []
  const numbers = Object.values(choices.numbers).flatMap((choice) =>
    choice.kind === 'reassign' ? [choice.extensionNumber] : [],
  )
  if ('reclaim' in choices) return numbers
  const { voicemail, forwardCalls } = choices
  return [
    ...(voicemail.kind === 'forward' ? [voicemail.extensionNumber] : []),
    ...numbers,
    ...(forwardCalls === null || forwardCalls.startsWith('+') ? [] : [forwardCalls]),
  ]
}

function countPrimaryAdministrators(db: ReadDb): number {
  const row = db
    .prepare<[], { n: number }>(
      "SELECT count(*) AS n FROM user WHERE role = 'primaryAdministrator' AND status = 'ACTIVE' AND sign_in_revoked = 0",
    )
    .get()
  return row?.n ?? 0
}

function primaryOperator(db: ReadDb): Pick<Surroundings, 'primaryOperator'> {
  const row = db
    .prepare<[], { id: string | null }>(
      "SELECT user_id AS id FROM operator WHERE role = 'primaryAdministrator' AND removed_at IS NULL",
    )
    .get()
  return row === undefined || row.id === null ? {} : { primaryOperator: userId.parse(row.id) }
}

function taken(db: ReadDb, userName: string): string[] {
  const row = db.prepare("SELECT 1 FROM user WHERE user_name = ? COLLATE NOCASE AND status <> 'DELETED'").get(userName)
  return row === undefined ? [] : [userName]
}
