import { runId as runIdSchema, type DraftId, type RunId, type UserId } from '../../shared/ids.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import type { AnyInventory } from '../../shared/offboarding/inventory.ts'
import type { Plan } from '../../shared/offboarding/plan.ts'
import type { PlanRequest } from '../../shared/offboarding/request.ts'
import { isOver, type Run, type RunSummary } from '../../shared/offboarding/run.ts'
import type { Operator } from '../../shared/offboarding/step.ts'
import { referenceOf } from '../../shared/offboarding/subject.ts'
import { appendAudit } from '../audit/repository.ts'
import { commitWhenFree } from '../db/commitWhenFree.ts'
import type { Approvals } from './approvalRepository.ts'
import type { Planner } from './planner.ts'
import { ActiveRuns, type ActiveDeps } from './activeRuns.ts'
import { approvedListing } from './approvedListing.ts'
import { approvedPlan } from './approvedPlan.ts'
import type { RunToCommit } from './commitRun.ts'
import { listRuns, listRunsOf, readRun, setRunStatus } from './runRepository.ts'
import { readSteps, endStep } from './stepRepository.ts'
import { requireConfirmation, requireNotOwn, requireUnblocked } from './refusals.ts'
import { mapInTurns } from '../jobs/mapInTurns.ts'
import { hasEnded, toMessageRow } from './rows.ts'
import { toRun, toSummary } from './view.ts'

type Deps = ActiveDeps & {
  planner: Planner
  approvals: Approvals
  /** Who acts. Throws NOT_SIGNED_IN, LOCKED. */
  operator(): Operator
  commitRun(run: RunToCommit): Promise<void>
}

export type RunRequest = {
  request: PlanRequest
  planHash: string
  approval: string
  /** The folder in which the bag is made. */
  archiveFolder: string
  /** The extension, or the user name of a person without one, as it was typed. */
  confirm: string | null
  draftId: DraftId | null
}

/** Starts, continues and stops runs; one at a time for a person, one engine for a data folder. */
export class Runs {
  readonly #deps: Deps
  readonly #active: ActiveRuns

  constructor(deps: Deps) {
    this.#deps = deps
    this.#active = new ActiveRuns(deps)
  }

  /** A page: first those that can still go on, in each the newest first. */
  list(page: { offset: number; limit: number }): RunSummary[] {
    return listRuns(this.#deps.db, page).map((run) => toSummary(this.#deps.db, run, this.#active.now(run.id)))
  }

  ofPerson(userId: UserId): RunSummary[] {
    return listRunsOf(this.#deps.db, userId).map((run) => toSummary(this.#deps.db, run, this.#active.now(run.id)))
  }

  show(id: RunId): Run {
    return toRun(this.#deps.db, readRun(this.#deps.db, id), this.#active.now(id))
  }

  /** Issues the approval of exactly this plan. Throws PLAN_DRIFTED, BLOCKED. */
  async approve(request: PlanRequest, planHash: string): Promise<{ approval: string; expiresAt: string }> {
    const by = this.#deps.operator().name
    const { plan } = await this.#plan(request, planHash)
    const { db, clock, approvals } = this.#deps
    return commitWhenFree(db, () => {
      appendAudit(db, clock, {
        operator: by,
        action: 'run.approve',
        subject: referenceOf(plan.subject),
        detail: { plan: planHash },
      })
      return approvals.issue(planHash, by)
    })
  }

  /**
   * Commits the whole run as rows, then begins. Throws PLAN_DRIFTED, BLOCKED, NOT_APPROVED, CONFLICT, and what
   * approvedListing throws.
   */
  async start(start: RunRequest): Promise<RunId> {
    const { clock, ids, commitRun } = this.#deps
    const operator = this.#deps.operator()
    const approved = await this.#plan(start.request, start.planHash)
    const { plan } = approved
    requireConfirmation(plan, start.confirm)
    const listed = await approvedListing(this.#deps.phoneSystem, approved, start)
    const messages = await mapInTurns(listed, toMessageRow)
    const inventory = await this.#stillAsApproved(start)
    const id = runIdSchema.parse(ids.next())
    const { request, approval, archiveFolder, draftId } = start
    const at = clock.now().toISOString()
    const rows = { id, plan, inventory, operator, messages, at }
    const commit = () => commitRun({ ...rows, request, approval, archiveFolder, draftId })
    await this.#active.beginAfter(commit, { id, plan }, operator.name)
    return id
  }

  /**
   * Continues what was interrupted, paused or failed. Throws BLOCKED when a step that is left is not for the operator's
   * role, names an extension that cannot take anything over by now, or takes the sign-in of somebody who must keep it.
   */
  resume(id: RunId): void {
    const run = readRun(this.#deps.db, id)
    if (this.#active.has(id)) return
    if (isOver(run.status))
      throw new AppError('CONFLICT', 'This run has ended. Start a new plan for what is left to do.')
    const { db, clock } = this.#deps
    const operator = this.#deps.operator()
    const left = readSteps(db, id).flatMap(({ status, action }) => (hasEnded(status) ? [] : [action]))
    requireUnblocked(db, run.plan, left, operator)
    const subject = referenceOf(run.plan.subject)
    this.#active.committed(() =>
      appendAudit(db, clock, { operator: operator.name, action: 'run.resume', subject, detail: { run: id } }),
    )
    this.#active.begin(run, operator.name)
  }

  /** Stops at the next safe point; everything proven and done stays, and the run can be continued. */
  async cancel(id: RunId): Promise<void> {
    await this.#active.stop(id)
  }

  /**
   * Gives the run up for good: done steps stay done, one that failed keeps its cause, the others are skipped, the archive
   * stays where it is. Throws BLOCKED for whom the run is about.
   */
  async abandon(id: RunId): Promise<void> {
    const operator = this.#deps.operator()
    const { db, clock } = this.#deps
    requireNotOwn(readRun(db, id).plan, operator)
    // While the writing was lent, somebody may have had it go on.
    do {
      await this.cancel(id)
      await db.writer.free()
    } while (this.#active.has(id))
    const run = readRun(db, id)
    if (isOver(run.status)) return
    this.#active.committed(() => {
      const at = clock.now().toISOString()
      for (const step of readSteps(db, id)) {
        if (step.status !== 'done' && step.status !== 'failed')
          endStep(db, id, step.position, { status: 'skipped', outcome: null, error: null, at })
      }
      setRunStatus(db, id, { status: 'cancelled', error: null, finishedAt: at })
      appendAudit(db, clock, {
        operator: operator.name,
        action: 'run.abandon',
        subject: referenceOf(run.plan.subject),
        detail: { run: id },
      })
    })
    this.#active.releaseWhenIdle()
    this.#active.changed(run)
  }

  /** Resolves when this process no longer works on the run. */
  async settled(id: RunId): Promise<Run> {
    await this.#active.ended(id)
    return this.show(id)
  }

  busy(): boolean {
    return this.#active.busy()
  }

  stopAll(): Promise<void> {
    return this.#active.stopAll()
  }

  /** A large listing takes many turns: what was approved must still be so, and nobody else may write, when it is there. */
  async #stillAsApproved({ request, planHash }: RunRequest): Promise<AnyInventory> {
    const { writer } = this.#deps.db
    for (;;) {
      await writer.free()
      const { inventory } = await this.#plan(request, planHash)
      if (!writer.lent()) return inventory
    }
  }

  #plan(request: PlanRequest, planHash: string): Promise<{ plan: Plan; inventory: AnyInventory }> {
    const { planner } = this.#deps
    return approvedPlan(planner, { request, planHash }, planner.inventoryOf(planHash))
  }
}
