import { dailyBytes, scrubDays, type ScrubStatus } from '../../../../shared/archives/scrub.ts'
import type { ArchiveId } from '../../../../shared/ids.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import type { VerifyBag } from '../../../archive/verify/inThread.ts'
import { appendAudit } from '../../../audit/repository.ts'
import type { Clock } from '../../../clock.ts'
import { commitWhenFree } from '../../../db/commitWhenFree.ts'
import type { WriteDb } from '../../../db/sql.ts'
import type { Logger } from '../../../log/logger.ts'
import { findAtPath } from '../library/archiveRepository.ts'
import { readArchive, rememberVerification } from '../repository.ts'
import { outcomeOf, verifyArchive } from '../verifyArchive.ts'
import { keepChecked } from './keepChecked.ts'
import { begin, countChecks, end, nextToCheck, readBegun, readFiles, readOn } from './repository.ts'

type Given = { db: WriteDb; clock: Clock; log: Logger; verifyBag: VerifyBag; changed(): void }

/** Nothing is read again before so many days, however few archives there are. */
const restDays = 7
const dayMilliseconds = 86_400_000
/** Who is told in the audit of what happens by itself. */
const operator = 'Offhook'

/**
 * Reads archives again, the oldest check first, a little each day, so that damage is found while there are backups. A
 * check that is stopped, by a click or by the end of the app, goes on where it was.
 */
export class Scrub {
  readonly #given: Given
  #control: AbortController | null = null
  #current: ScrubStatus['current'] = null
  #running: Promise<void> = Promise.resolve()

  constructor(given: Given) {
    this.#given = given
  }

  /** Today's part. */
  daily(): Promise<void> {
    return this.#start(() => readOn(this.#given.db, this.#today()) < this.#wantedToday())
  }

  /** One archive, whatever was read today. Throws NOT_FOUND when all of them were checked in the last days. */
  async checkNext(): Promise<void> {
    if (this.#next() === null)
      throw new AppError('NOT_FOUND', `Every archive that is there was checked in the last ${restDays} days.`)
    let left = 1
    await this.#start(() => (left -= 1) >= 0)
  }

  async stop(): Promise<void> {
    this.#control?.abort()
    await this.#running.catch(() => undefined)
  }

  status(): ScrubStatus {
    const { proven, overdue, oldestCheck } = countChecks(this.#given.db, this.#daysAgo(scrubDays))
    const today = this.#today()
    return {
      current: this.#current,
      today,
      readToday: readOn(this.#given.db, today),
      wantedToday: this.#wantedToday(),
      proven,
      overdue,
      oldestCheck,
    }
  }

  #start(more: () => boolean): Promise<void> {
    if (this.#control !== null) return this.#running
    this.#control = new AbortController()
    this.#running = this.#work(more, this.#control.signal)
    return this.#running
  }

  async #work(more: () => boolean, signal: AbortSignal): Promise<void> {
    try {
      for (let id = this.#next(); id !== null && !signal.aborted && more(); id = this.#next())
        await this.#check(id, signal)
    } catch (error) {
      if (!signal.aborted) throw error
      this.#given.log.info('The check of archives was stopped and goes on later')
    } finally {
      this.#control = null
    }
  }

  async #check(id: ArchiveId, signal: AbortSignal): Promise<void> {
    const { db, clock, verifyBag, changed } = this.#given
    const { personName, path, manifestSha256 } = readArchive(db, id)
    const next = { archiveId: id, manifestSha256, startedAt: clock.now().toISOString() }
    // The verdict is of this day: files that were read then may have changed since.
    const startedAt = await commitWhenFree(db, () => begin(db, next))
    const keep = keepChecked(db, () => this.#today())
    const report = (done: number, total: number | null): void => {
      this.#current = { archiveId: id, personName, done, total }
    }
    const how = { signal, report, checked: readFiles(db), onChecked: keep.add }
    try {
      const result = await verifyArchive(verifyBag, findAtPath(db, path)!, how)
      const { problems } = result
      const verification = await outcomeOf(path, result)
      const detail = { path, verification, problems: problems.length }
      const remember = db.transaction(() => {
        rememberVerification(db, id, { verification, at: startedAt, problems })
        end(db)
        appendAudit(db, clock, { operator, action: 'archive.verify', subject: personName, detail })
      })
      await db.writer.alone(() => {
        keep.flush()
        remember.immediate()
      })
    } finally {
      await db.writer.alone(keep.flush)
      this.#current = null
      changed()
    }
  }

  /** What was begun goes on first. */
  #next(): ArchiveId | null {
    const { db } = this.#given
    return readBegun(db)?.archiveId ?? nextToCheck(db, this.#daysAgo(restDays))
  }

  #wantedToday(): number {
    return dailyBytes(countChecks(this.#given.db, this.#daysAgo(scrubDays)).bytes)
  }

  #today(): string {
    return this.#given.clock.now().toISOString().slice(0, 10)
  }

  #daysAgo(days: number): string {
    return new Date(this.#given.clock.now().getTime() - days * dayMilliseconds).toISOString()
  }
}
