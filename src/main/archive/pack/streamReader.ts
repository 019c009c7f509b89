import { AppError } from '../../../shared/ipc/errors.ts'

/** Reads a stream of pieces by numbers of bytes, forward only. */
export class StreamReader {
  readonly #pieces: AsyncIterator<Uint8Array>
  #piece: Uint8Array = new Uint8Array()
  #position = 0

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]()
  }

  /** How many bytes have been read. */
  get position(): number {
    return this.#position
  }

  /** The next bytes, at most so many; none at the end. They hold until the next call. */
  async some(most: number): Promise<Uint8Array> {
    while (this.#piece.length === 0) {
      const next = await this.#pieces.next()
      if (next.done === true) return this.#piece
      this.#piece = next.value
    }
    const taken = this.#piece.subarray(0, most)
    this.#piece = this.#piece.subarray(taken.length)
    this.#position += taken.length
    return taken
  }

  /** Exactly so many bytes, as a copy. Throws ARCHIVE_INVALID when the stream ends before. */
  async exactly(count: number): Promise<Buffer> {
    const whole = Buffer.alloc(count)
    for (let filled = 0; filled < count;) {
      const bytes = await this.some(count - filled)
      if (bytes.length === 0) throw endedEarly()
      whole.set(bytes, filled)
      filled += bytes.length
    }
    return whole
  }

  async skipTo(position: number): Promise<void> {
    while (this.#position < position) {
      if ((await this.some(position - this.#position)).length === 0) throw endedEarly()
    }
  }

  async close(): Promise<void> {
    await this.#pieces.return?.()
  }
}

/** What was sealed is whole, and its list of files is not true of it. */
export function endedEarly(): AppError {
  return new AppError(
    'ARCHIVE_INVALID',
    'What was sealed does not hold the files that it lists. Ask for it again where it was sealed.',
  )
}
