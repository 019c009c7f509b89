import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runId as runIdSchema, type DraftId, type RunId, type UserId } from '../../shared/ids.ts'
import { AppError, toFailure } from '../../shared/ipc/errors.ts'
import type { Emit } from '../../shared/ipc/contract.ts'
import type { AnyInventory } from '../../shared/offboarding/inventory.ts'
import type { Blocker } from '../../shared/offboarding/findings.ts'
import { deletesAccount, refusedSteps, savesMessages, type Plan } from '../../shared/offboarding/plan.ts'
import type { PlanRequest } from '../../shared/offboarding/request.ts'
import type { Run, RunProgress, RunSummary } from '../../shared/offboarding/run.ts'
import type { Operator } from '../../shared/offboarding/step.ts'
import { referenceOf, subjectInText } from '../../shared/offboarding/subject.ts'
import { bagFolderName } from '../archive/folderName.ts'
import { listMessages, type ListedMessage } from '../archive/listing.ts'
import { toDatabaseProblem } from '../db/databaseErrors.ts'
import { appendAudit } from '../audit/repository.ts'
import type { Approvals } from './approvalRepository.ts'
import type { Planner } from './planner.ts'
import { planDrifted } from './drift.ts'
import { executeRun, type EngineDeps } from './engine.ts'
import type { EngineLock } from '../db/engineLock.ts'
import { listingOf } from './proof.ts'
import {
  findUnfinishedRun,
  insertRun,
  listRuns,
  listRunsOf,
  readRun,
  readSteps,
  setRunStatus,
  endStep,
} from './runRepository.ts'
import { hasEnded, type RunRow } from './rows.ts'
import { throttle } from './throttle.ts'
import { toRun, toSummary, type Now } from './view.ts'

type Deps = EngineDeps & {
  planner: Planner
  approvals: Approvals
  /** Who acts. Throws NOT_SIGNED_IN, LOCKED. */
  operator(): Operator
  emit: Emit
  lock: EngineLock
  discardDraft(id: DraftId): void
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

type Active = { control: AbortController; ended: Promise<void> }

/** Starts, continues and stops runs; one at a time for a person, one engine for a data folder. */
export class Runs {
  readonly #deps: Deps
  readonly #active = new Map<RunId, Active>()
  /** Why runs stopped that could not be told so in their rows: the disk with the database refused that, too. */
  readonly #lost = new Map<RunId, Run['error']>()

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** A page: first those that can still go on, in each the newest first. */
  list(page: { offset: number; limit: number }): RunSummary[] {
    return listRuns(this.#deps.db, page).map((run) => toSummary(this.#deps.db, run, this.#now(run.id)))
  }

  ofPerson(userId: UserId): RunSummary[] {
    return listRunsOf(this.#deps.db, userId).map((run) => toSummary(this.#deps.db, run, this.#now(run.id)))
  }

  show(id: RunId): Run {
    return toRun(this.#deps.db, readRun(this.#deps.db, id), this.#now(id))
  }

  /** Issues the approval of exactly this plan. Throws PLAN_DRIFTED, BLOCKED. */
  async approve(request: PlanRequest, planHash: string): Promise<{ approval: string; expiresAt: string }> {
    const { plan } = await this.#plan(request, planHash)
    const { db, clock, operator, approvals } = this.#deps
    const issue = db.transaction(() => {
      appendAudit(db, clock, {
        operator: operator().name,
        action: 'run.approve',
        subject: referenceOf(plan.subject),
        detail: { plan: planHash },
      })
      return approvals.issue(planHash, operator().name)
    })
    return issue.immediate()
  }

  /** Commits the whole run as rows, then begins. Throws PLAN_DRIFTED, BLOCKED, NOT_APPROVED, CONFLICT. */
  async start(start: RunRequest): Promise<RunId> {
    const { db, clock, ids, approvals } = this.#deps
    const operator = this.#deps.operator()
    const { plan, inventory } = await this.#plan(start.request, start.planHash)
    requireConfirmation(plan, start.confirm)
    const unfinished = findUnfinishedRun(db, { plan, inventory })
    if (unfinished !== null) throw unfinishedRun(unfinished)
    const messages = savesMessages(plan) ? await this.#listing(plan, start.request) : []
    const id = runIdSchema.parse(ids.next())
    const at = clock.now()
    const archivePath = savesMessages(plan)
      ? freeFolder(start.archiveFolder, bagFolderName(plan.subject.name, at))
      : null
    this.#committed(() => {
      approvals.use(start.approval, start.planHash)
      insertRun(db, { id, plan, inventory, operator, archivePath, messages, at: at.toISOString() })
      appendAudit(db, clock, {
        operator: operator.name,
        action: 'run.start',
        subject: referenceOf(plan.subject),
        detail: { run: id, plan: plan.hash },
      })
      if (start.draftId !== null) this.#deps.discardDraft(start.draftId)
    })
    this.#execute(id)
    return id
  }

  /** Continues what was interrupted, paused or failed. Throws BLOCKED when a step that is left is not for the operator's role. */
  resume(id: RunId): void {
    const run = readRun(this.#deps.db, id)
    if (this.#active.has(id)) return
    if (run.status === 'done' || run.status === 'cancelled')
      throw new AppError('CONFLICT', 'This run has ended. Start a new plan for what is left to do.')
    const left = readSteps(this.#deps.db, id).filter(({ status }) => !hasEnded(status))
    const operator = this.#deps.operator()
    const blockers = refusedSteps(
      left.map(({ action }) => action),
      operator,
    )
    if (blockers.length > 0) throw blocked(blockers)
    const { db, clock } = this.#deps
    const subject = referenceOf(run.plan.subject)
    this.#committed(() =>
      appendAudit(db, clock, { operator: operator.name, action: 'run.resume', subject, detail: { run: id } }),
    )
    this.#execute(id)
  }

  /** Stops at the next safe point; everything proven and done stays, and the run can be continued. */
  async cancel(id: RunId): Promise<void> {
    const active = this.#active.get(id)
    if (active === undefined) return
    active.control.abort()
    await active.ended
  }

  /** Gives the run up for good: done steps stay done, the others are skipped, the archive stays where it is. */
  async abandon(id: RunId): Promise<void> {
    const operator = this.#deps.operator()
    await this.cancel(id)
    const { db, clock } = this.#deps
    const run = readRun(db, id)
    if (run.status === 'done' || run.status === 'cancelled') return
    this.#committed(() => {
      const at = clock.now().toISOString()
      for (const step of readSteps(db, id)) {
        if (step.status !== 'done')
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
    this.#releaseWhenIdle()
    this.#changed(id)
  }

  /** Resolves when this process no longer works on the run. */
  async settled(id: RunId): Promise<Run> {
    await this.#active.get(id)?.ended
    return this.show(id)
  }

  busy(): boolean {
    return this.#active.size > 0
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.#active.keys()].map((id) => this.cancel(id)))
    this.#deps.lock.release()
  }

  /** The messages that the plan saves, with the files that they go into. */
  async #listing({ subject }: Plan, request: PlanRequest): Promise<ListedMessage[]> {
    const chosen = request.kind === 'messages' ? request.messageIds : []
    return listMessages((await listingOf(this.#deps.phoneSystem, subject, chosen)) ?? [])
  }

  async #plan(request: PlanRequest, planHash: string): Promise<{ plan: Plan; inventory: AnyInventory }> {
    const planned = await this.#deps.planner.planWithInventory(request)
    if (planned.plan.blockers.length > 0) throw blocked(planned.plan.blockers)
    if (planned.plan.hash !== planHash) {
      throw planDrifted(this.#deps.planner.inventoryOf(planHash), planned.inventory)
    }
    return planned
  }

  #execute(id: RunId): void {
    const control = new AbortController()
    this.#lost.delete(id)
    const progress = throttle<RunProgress>((value) => this.#deps.emit('runs.progress', value))
    const ended = executeRun(this.#deps, id, {
      signal: control.signal,
      report: progress.report,
      changed: () => this.#changed(id),
    })
      .catch((error: unknown) => this.#lose(id, error))
      .finally(() => {
        progress.flush()
        this.#active.delete(id)
        this.#releaseWhenIdle()
        this.#changed(id)
      })
      // The database cannot even be read: nobody can be told, and the next question says why.
      .catch((error: unknown) => this.#lose(id, error))
    this.#active.set(id, { control, ended })
  }

  #lose(id: RunId, error: unknown): void {
    this.#deps.log.error('a run could not go on', { run: id, error: String(error) })
    const { code, message } = toFailure(toDatabaseProblem(error)).error
    this.#lost.set(id, { code, message })
  }

  #now(id: RunId): Now {
    return { active: this.#active.has(id), lost: this.#lost.get(id) ?? null }
  }

  /** Takes the engine for a change; a change that fails leaves it to others. */
  #committed(change: () => void): void {
    const { db, lock } = this.#deps
    lock.acquire()
    try {
      db.transaction(change).immediate()
    } catch (error) {
      this.#releaseWhenIdle()
      throw error
    }
  }

  #releaseWhenIdle(): void {
    if (this.#active.size === 0) this.#deps.lock.release()
  }

  #changed(id: RunId): void {
    this.#deps.emit('runs.changed', { runId: id, status: this.show(id).status })
  }
}

function blocked(blockers: readonly Blocker[]): AppError {
  const said = blockers.map((blocker) => `${blocker.message} ${blocker.remedy}`).join(' ')
  return new AppError('BLOCKED', said, { blockers })
}

function unfinishedRun({ id, plan }: RunRow): AppError {
  const message = `An unfinished run for ${subjectInText(plan.subject)} exists. Continue it or give it up first.`
  return new AppError('CONFLICT', message, { runId: id })
}

/** Before what cannot be undone, the person is named once more by hand. */
function requireConfirmation(plan: Plan, confirm: string | null): void {
  const { subject } = plan
  if (!deletesAccount(plan) || subject.kind !== 'person') return
  const expected = subject.extension ?? subject.userName
  if (confirm?.trim() !== expected)
    throw new AppError('NOT_APPROVED', `Type ${expected} to confirm the deletion of ${subject.name}.`)
}

/** A folder that does not exist yet: an archive never goes into another one's folder. */
function freeFolder(parent: string, name: string): string {
  for (let suffix = 1; ; suffix += 1) {
    const path = join(parent, suffix === 1 ? name : `${name} ${suffix}`)
    if (!existsSync(path)) return path
  }
}
