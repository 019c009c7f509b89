import { createReadStream } from 'node:fs'

/** The bytes of a file, which is opened when they are asked for: whoever asks hears that it cannot be. */
export async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path) as AsyncIterable<Buffer>
}
