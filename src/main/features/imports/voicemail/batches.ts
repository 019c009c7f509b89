import { measureAudio } from '../../../archive/audio/probe.ts'
import type { Measured } from '../../../archive/audio/riff.ts'
import { batchHere, startBatchThread, type Batch } from '../../../files/batchThread.ts'
import { audioOf, type Arrived } from './readSource.ts'
import { prepareRows, storeBatch, type Imported, type Rows, type Storing, type Tell } from './storeBatch.ts'

/** One flush of a folder and one transaction for so many messages, or so much audio in memory. */
export const batchItems = 256
const batchBytes = 16 * 1024 * 1024
/** Batches that are written while the next is read: enough to keep the disk busy. */
const atOnce = 4

/**
 * Gathers what is new and stores it a batch at a time, in threads of their own. After a failure nothing more is begun,
 * and whoever adds or stores is told. It lives for one import.
 */
export class Batches {
  readonly #given: Storing
  readonly #result: Imported
  readonly #tell: Tell
  readonly #rows: Rows
  readonly #writers: Batch<Measured | null>[] = []
  readonly #idle: Batch<Measured | null>[] = []
  readonly #running = new Set<Promise<void>>()
  #batch: Arrived[] = []
  #bytes = 0
  #failure: { error: unknown } | null = null

  constructor(given: Storing, result: Imported, tell: Tell) {
    this.#given = given
    this.#result = result
    this.#tell = tell
    this.#rows = prepareRows(given)
  }

  async add(arrived: Arrived): Promise<void> {
    this.#batch.push(arrived)
    this.#bytes += audioOf(arrived).size
    if (this.#batch.length === batchItems || this.#bytes >= batchBytes) await this.#send()
  }

  /** Stores what is left, and waits for all of it. */
  async store(): Promise<void> {
    if (this.#batch.length > 0) await this.#send()
    await this.settle()
    this.#throwFailure()
  }

  /** Waits for what is under way. */
  async settle(): Promise<void> {
    await Promise.all(this.#running)
  }

  async close(): Promise<void> {
    await Promise.all(this.#writers.map((writer) => writer.close()))
  }

  async #send(): Promise<void> {
    const limit = this.#given.savingThread === null ? 1 : atOnce
    while (this.#running.size >= limit) await Promise.race(this.#running)
    this.#throwFailure()
    const writer = this.#idle.pop() ?? this.#startWriter()
    const work = storeBatch(this.#given, writer, this.#batch, {
      rows: this.#rows,
      result: this.#result,
      tell: this.#tell,
    })
      .then(
        () => void this.#idle.push(writer),
        (error: unknown) => void (this.#failure ??= { error }),
      )
      .finally(() => this.#running.delete(work))
    this.#running.add(work)
    this.#batch = []
    this.#bytes = 0
  }

  #startWriter(): Batch<Measured | null> {
    const script = this.#given.savingThread
    const writer = script === null ? batchHere(measureAudio) : startBatchThread<Measured | null>(script)
    this.#writers.push(writer)
    return writer
  }

  #throwFailure(): void {
    if (this.#failure !== null) throw this.#failure.error
  }
}
