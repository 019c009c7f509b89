import type { RunId } from '../../shared/ids.ts'
import type { Emit } from '../../shared/ipc/contract.ts'
import { AppError, toFailure } from '../../shared/ipc/errors.ts'
import { planTitle } from '../../shared/offboarding/planTitle.ts'
import type { Run, RunProgress } from '../../shared/offboarding/run.ts'
import { toDatabaseProblem } from '../db/databaseErrors.ts'
import type { EngineLock } from '../db/engineLock.ts'
import { executeRun, type EngineDeps } from './engine.ts'
import { readRunStatus } from './runRepository.ts'
import type { RunRow } from './rows.ts'
import { throttle } from '../throttle.ts'
import { statusOf, type Now } from './view.ts'

export type ActiveDeps = EngineDeps & { emit: Emit; lock: EngineLock }
/** Whoever has a run go on has its plan; it is not read again at each step. */
type About = Pick<RunRow, 'id' | 'plan'>
type Active = { control: AbortController; ended: Promise<void> }

/** The runs that this process works on. It holds the engine of the data folder as long as there is one. */
export class ActiveRuns {
  readonly #deps: ActiveDeps
  readonly #active = new Map<RunId, Active>()
  /** Runs that are being committed: they may have rows already, and are begun at once. */
  readonly #starting = new Map<RunId, Promise<void>>()
  #closing = false
  /** Why runs stopped that could not be told so in their rows: the disk with the database refused that, too. */
  readonly #lost = new Map<RunId, Run['error']>()

  constructor(deps: ActiveDeps) {
    this.#deps = deps
  }

  has(id: RunId): boolean {
    return this.#active.has(id) || this.#starting.has(id)
  }

  busy(): boolean {
    return this.#active.size + this.#starting.size > 0
  }

  /** What is known of a run beyond its rows. */
  now(id: RunId): Now {
    return { active: this.has(id), lost: this.#lost.get(id) ?? null }
  }

  /** Takes the engine for a change of rows; a change that fails leaves it to others. */
  committed(change: () => void): void {
    this.#takeEngine()
    try {
      this.#deps.db.transaction(change).immediate()
    } catch (error) {
      this.releaseWhenIdle()
      throw error
    }
  }

  /** Takes the engine, has a run committed, and begins it. */
  async beginAfter(commit: () => Promise<void>, about: About, operator: string): Promise<void> {
    this.#takeEngine()
    const starting = commit().then(() => this.begin(about, operator))
    this.#starting.set(about.id, starting)
    try {
      await starting
    } finally {
      this.#starting.delete(about.id)
      this.releaseWhenIdle()
    }
  }

  #takeEngine(): void {
    if (this.#closing) throw new AppError('CANCELLED', 'Offhook is closing.')
    this.#deps.lock.acquire()
  }

  /** Works on a run that is committed until it ends, fails or is stopped; operator: the name of who wants it. */
  begin({ id, plan }: About, operator: string): void {
    const control = new AbortController()
    const changed = (): void => this.changed({ id, plan })
    this.#lost.delete(id)
    const progress = throttle<RunProgress>((value) => this.#deps.emit('runs.progress', value))
    const ended = executeRun(this.#deps, id, {
      operator,
      signal: control.signal,
      report: progress.report,
      changed,
    })
      .catch((error: unknown) => this.#lose(id, error))
      .finally(() => {
        progress.flush()
        this.#active.delete(id)
        this.releaseWhenIdle()
        changed()
      })
      // The database cannot even be read: nobody can be told, and the next question says why.
      .catch((error: unknown) => this.#lose(id, error))
    this.#active.set(id, { control, ended })
  }

  /** Stops at the next safe point. */
  async stop(id: RunId): Promise<void> {
    await this.#begun(id)
    this.#active.get(id)?.control.abort()
    await this.ended(id)
  }

  /** For good: nothing is begun any more. */
  async stopAll(): Promise<void> {
    this.#closing = true
    await Promise.all([...this.#starting.keys(), ...this.#active.keys()].map((id) => this.stop(id)))
    this.#deps.lock.release()
  }

  /** Resolves when this process no longer works on the run. */
  async ended(id: RunId): Promise<void> {
    await this.#begun(id)
    await this.#active.get(id)?.ended
  }

  /** Resolves when the run is not being committed any more, whatever came of it: whoever began it is told. */
  async #begun(id: RunId): Promise<void> {
    await this.#starting.get(id)?.catch(() => undefined)
  }

  changed({ id, plan }: About): void {
    const { db, emit } = this.#deps
    emit('runs.changed', { runId: id, status: statusOf(readRunStatus(db, id), this.has(id)), title: planTitle(plan) })
  }

  releaseWhenIdle(): void {
    if (!this.busy()) this.#deps.lock.release()
  }

  #lose(id: RunId, error: unknown): void {
    this.#deps.log.error('a run could not go on', { run: id, error })
    const { code, message } = toFailure(toDatabaseProblem(error)).error
    this.#lost.set(id, { code, message })
  }
}
