import { z } from 'zod'
import { draftId, type DraftId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { DraftRow } from '../../../shared/offboarding/contract.ts'
import { isUntouched, wizardState, type WizardState } from '../../../shared/offboarding/wizard.ts'
import type { Clock, Ids } from '../../clock.ts'
import type { ReadDb, WriteDb } from '../../db/sql.ts'

const row = z.object({ id: draftId, personName: z.string().nullable(), state: z.string(), updatedAt: z.string() })

const select = `
  SELECT draft.id, draft.state, draft.updated_at AS updatedAt,
    (SELECT trim(first_name || ' ' || last_name) FROM user WHERE id = draft.state ->> '$.userId') AS personName
  FROM draft`

export type Drafts = ReturnType<typeof createDrafts>

/** Wizards that were begun: a row each, so that a crash costs nothing. */
export function createDrafts({ db, clock, ids }: { db: WriteDb; clock: Clock; ids: Ids }) {
  const now = (): string => clock.now().toISOString()
  return {
    /** Those in which something was chosen; a wizard that was only opened is nothing to go on with. */
    list: (): DraftRow[] => readDrafts(db).filter(({ state }) => !isUntouched(state)),
    open: (id: DraftId): DraftRow => {
      const found = db.prepare(`${select} WHERE draft.id = ?`).get(id)
      if (found === undefined) throw new AppError('NOT_FOUND', 'This draft does not exist any more. Start a new one.')
      return toDraft(found)
    },
    create: (state: WizardState): DraftId => {
      const id = draftId.parse(ids.next())
      db.prepare('INSERT INTO draft (id, state, updated_at) VALUES (?, ?, ?)').run(id, JSON.stringify(state), now())
      return id
    },
    save: (id: DraftId, state: WizardState): void => {
      const { changes } = db
        .prepare('UPDATE draft SET state = ?, updated_at = ? WHERE id = ?')
        .run(JSON.stringify(state), now(), id)
      if (changes === 0) throw new AppError('NOT_FOUND', 'This draft does not exist any more. Start a new one.')
    },
    discard: (id: DraftId): void => deleteDraft(db, id),
    /** Removes those that were only opened; at a start, when no wizard can be open on one. */
    removeUntouched: (): void => {
      for (const { id, state } of readDrafts(db)) if (isUntouched(state)) deleteDraft(db, id)
    },
  }
}

export function deleteDraft(db: WriteDb, id: DraftId): void {
  db.prepare('DELETE FROM draft WHERE id = ?').run(id)
}

function readDrafts(db: ReadDb): DraftRow[] {
  return db.prepare(`${select} ORDER BY draft.updated_at DESC`).all().map(toDraft)
}

function toDraft(found: unknown): DraftRow {
  const parsed = row.parse(found)
  return { ...parsed, state: wizardState.parse(JSON.parse(parsed.state)) }
}
