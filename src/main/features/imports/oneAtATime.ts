import { AppError } from '../../../shared/ipc/errors.ts'

type Work<T> = (signal: AbortSignal) => Promise<T>
type Running = { control: AbortController; ended: Promise<unknown>; givesWay: boolean }

/** Lets one piece of work run at a time; what only looks gives way to the next. It lives as long as the service. */
export class OneAtATime {
  #running: Running | null = null

  /** Throws CONFLICT while other work runs that does not give way. */
  async run<T>(signal: AbortSignal | undefined, work: Work<T>, { givesWay = false } = {}): Promise<T> {
    // Others may have been waiting for the same end.
    while (this.#running !== null) {
      if (!this.#running.givesWay)
        throw new AppError('CONFLICT', 'Another import is running. Wait until it has finished, or cancel it.')
      await this.cancel()
    }
    const control = new AbortController()
    const result = work(signal === undefined ? control.signal : AbortSignal.any([signal, control.signal]))
    const mine = { control, ended: result.catch(() => undefined), givesWay }
    this.#running = mine
    try {
      return await result
    } finally {
      if (this.#running === mine) this.#running = null
    }
  }

  /** Stops what runs, if anything, and answers when it has ended. */
  async cancel(): Promise<void> {
    const stopped = this.#running
    stopped?.control.abort()
    await stopped?.ended
    if (this.#running === stopped) this.#running = null
  }

  /** Whether work runs that does not give way. */
  get busy(): boolean {
    return this.#running !== null && !this.#running.givesWay
  }
}
