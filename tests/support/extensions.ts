import type { Services } from '../../src/main/services.ts'
import { extensionId, type ExtensionId, type VoicemailId } from '../../src/shared/ids.ts'
import { extensionChoices, type ExtensionChoicesInput } from '../../src/shared/offboarding/choices.ts'
import type { PlanRequest } from '../../src/shared/offboarding/request.ts'

type ExtensionFacts = { id: ExtensionId; user_id: string | null }

export function extensionRow({ db }: Services, number: string): ExtensionFacts {
  const row = db
    .prepare<[string], { id: string; user_id: string | null }>(
      'SELECT id, user_id FROM extension WHERE extension_number = ?',
    )
    .get(number)
  if (row === undefined) throw new Error(`No extension ${number}`)
  return { ...row, id: extensionId.parse(row.id) }
}

export function extensionRequest(services: Services, number: string, chosen: ExtensionChoicesInput): PlanRequest {
  return {
    kind: 'extension',
    extensionId: extensionRow(services, number).id,
    choices: extensionChoices.parse(chosen),
  }
}

/** The phone numbers on an extension, the primary one first. */
export function numbersOn({ db }: Services, number: string): string[] {
  return db
    .prepare<[string], { n: string }>(
      `SELECT phone_number AS n FROM phone_number JOIN extension ON extension.id = extension_id
        WHERE extension_number = ? ORDER BY is_primary DESC, n`,
    )
    .all(number)
    .map(({ n }) => n)
}

/** The messages on an extension, oldest first, with whether its user hears them. */
export function messagesOn({ db }: Services, number: string): { id: VoicemailId; hidden: number }[] {
  return db
    .prepare<[string], { id: VoicemailId; hidden: number }>(
      `SELECT m.id, m.is_hidden AS hidden FROM voicemail_message m JOIN extension ON extension.id = extension_id
        WHERE extension_number = ? ORDER BY received_at, m.id`,
    )
    .all(number)
}
