/** One read takes a voicemail message of half a minute; smaller reads cost speed, bigger ones memory. */
export const readBytes = 512 * 1024

/** Buffers that are used again, because getting fresh memory for every file costs more than reading it. */
export type ReadBuffers = {
  take(): Buffer
  /** Gives a buffer back; its bytes may change from now on. */
  give(buffer: Buffer): void
}

/** As many buffers come into being as are taken at the same time. */
export function createReadBuffers(): ReadBuffers {
  const free: Buffer[] = []
  return {
    take: () => free.pop() ?? Buffer.allocUnsafeSlow(readBytes),
    give: (buffer) => void free.push(buffer),
  }
}
