/** The size of one read: big enough for speed, small enough for memory. */
export const readBytes = 1024 * 1024

/** Buffers of 1 MiB that are used again, because getting fresh memory for every file costs more than reading it. */
export type ReadBuffers = { lend<T>(use: (buffer: Buffer) => Promise<T>): Promise<T> }

/** As many buffers come into being as are lent at the same time. */
export function createReadBuffers(): ReadBuffers {
  const free: Buffer[] = []
  return {
    lend: async (use) => {
      const buffer = free.pop() ?? Buffer.allocUnsafeSlow(readBytes)
      try {
        return await use(buffer)
      } finally {
        free.push(buffer)
      }
    },
  }
}
