import { Worker } from 'node:worker_threads'
import type { ByteSource } from './byteSource.ts'
import { FileBatch, type Expected, type Settled } from './fileBatch.ts'
import { readBytes } from './readBuffers.ts'

/** Where files of one folder are written and settled together: a FileBatch in a thread, or on the caller's. */
export type Batch<T> = {
  /** Appends a copy of the bytes. What fails is told when the file is settled. */
  write(target: string, bytes: Uint8Array): Promise<void>
  discard(target: string): Promise<void>
  /** Bytes of the files are handed over: they are gone for the caller. */
  settle(files: readonly Expected[]): Promise<Settled<T>[]>
  close(): Promise<void>
}

export type BatchQuestion =
  | { kind: 'write'; target: string; length: number }
  | { kind: 'discard'; target: string }
  | { kind: 'settle'; files: readonly Expected[] }
export type ThrownBySystem = { message: string; code: string | null }
export type BatchAnswer<T> = readonly (
  | Exclude<Settled<T>, { outcome: 'failed' }>
  | { outcome: 'failed'; error: ThrownBySystem }
)[]

/** Bytes of a write pass through this memory, which both threads see. */
export type BatchMemory = { shared: SharedArrayBuffer }

/** What was asked is soon forgotten: V8 would take 48 MB in each thread before it looks. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 }

/** Starts a thread whose script answers with BatchAnswer. Its calls are taken in order. */
export function startBatchThread<T>(script: string): Batch<T> {
  const shared = new SharedArrayBuffer(readBytes)
  const memory = new Uint8Array(shared)
  const worker = new Worker(script, { workerData: { shared } satisfies BatchMemory, resourceLimits })
  let waiting: { resolve(answer: BatchAnswer<T>): void; reject(error: Error): void } | null = null
  let broken: Error | null = null
  const end = (error: Error): void => {
    broken ??= error
    waiting?.reject(broken)
  }
  worker.on('message', (answer: BatchAnswer<T>) => waiting?.resolve(answer))
  // Not the error itself: its code would be taken for the disk's.
  worker.once('error', (cause) => end(new Error('The thread that writes files failed', { cause })))
  worker.once('exit', () => end(new Error('The thread that writes files ended')))
  let last: Promise<unknown> = Promise.resolve()
  const ask = (question: BatchQuestion, buffers: ArrayBuffer[] = []): Promise<BatchAnswer<T>> =>
    new Promise((resolve, reject) => {
      if (broken !== null) return reject(broken)
      waiting = { resolve, reject }
      worker.postMessage(question, buffers)
    })
  return {
    write: async (target, bytes) => {
      for (let offset = 0; offset < bytes.length; offset += memory.length) {
        const part = bytes.subarray(offset, offset + memory.length)
        await last
        memory.set(part)
        // Not awaited: the next bytes are fetched while these are written.
        last = ask({ kind: 'write', target, length: part.length })
        last.catch(() => undefined)
      }
    },
    discard: async (target) => {
      await last
      await ask({ kind: 'discard', target })
    },
    settle: async (files) => {
      await last
      const { asked, buffers } = handOver(files)
      return (await ask({ kind: 'settle', files: asked }, buffers)).map((one): Settled<T> =>
        one.outcome === 'failed' ? { outcome: 'failed', error: revived(one.error) } : one,
      )
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

/** Bytes change threads with their buffer; those that are a part of one, or share it, are copied. */
function handOver(files: readonly Expected[]): { asked: Expected[]; buffers: ArrayBuffer[] } {
  const buffers = new Set<ArrayBuffer>()
  const asked = files.map((file) => {
    if (!(file.from instanceof Uint8Array)) return file
    const { buffer } = file.from
    const whole = buffer instanceof ArrayBuffer && buffer.byteLength === file.from.length && !buffers.has(buffer)
    const from = whole ? file.from : new Uint8Array(file.from)
    buffers.add(from.buffer as ArrayBuffer)
    return { ...file, from }
  })
  return { asked, buffers: [...buffers] }
}

/** The same without a thread: the caller stands still while the disk works. */
export function batchHere<T>(look: (source: ByteSource, target: string) => T): Batch<T> {
  const batch = new FileBatch()
  return {
    write: async (target, bytes) => batch.write(target, bytes),
    discard: async (target) => batch.discard(target),
    settle: async (files) => batch.settle(files, look),
    close: async () => undefined,
  }
}

function revived({ message, code }: ThrownBySystem): Error {
  return Object.assign(new Error(message), code === null ? {} : { code })
}
