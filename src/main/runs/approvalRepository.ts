import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '../../shared/ipc/errors.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../db/sql.ts'

/** Long enough to read the review again, short enough that nobody else finds it open. */
const minutes = 10

export type Approvals = ReturnType<typeof createApprovals>

/** Approval is for one plan's hash, issued by main, used once. Only a hash of the token is stored. */
export function createApprovals({ db, clock }: { db: WriteDb; clock: Clock }) {
  return {
    issue: (planHash: string, operator: string): { approval: string; expiresAt: string } => {
      const approval = randomBytes(24).toString('base64url')
      const now = clock.now()
      const expiresAt = new Date(now.getTime() + minutes * 60_000).toISOString()
      db.prepare(
        'INSERT INTO approval (token_sha256, plan_hash, operator, issued_at, expires_at) VALUES (?, ?, ?, ?, ?)',
      ).run(hashOf(approval), planHash, operator, now.toISOString(), expiresAt)
      return { approval, expiresAt }
    },
    /** Call inside the transaction that starts the run. Throws NOT_APPROVED. */
    use: (approval: string, planHash: string): void => {
      const now = clock.now().toISOString()
      const { changes } = db
        .prepare(
          `UPDATE approval SET used_at = @now
            WHERE token_sha256 = @token AND plan_hash = @planHash AND used_at IS NULL AND expires_at > @now`,
        )
        .run({ now, token: hashOf(approval), planHash })
      if (changes === 0)
        throw new AppError(
          'NOT_APPROVED',
          'This plan is not approved, or the approval has expired. Review it and confirm again.',
        )
    },
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
