import process from 'node:process'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Asks on the terminal and shows nothing of what is typed. Null when there is no terminal, or it was closed. */
export async function askSecret(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await new Promise<string | null>((resolve) => {
      lines.once('line', resolve)
      lines.once('close', () => resolve(null))
      lines.once('SIGINT', () => {
        lines.close()
        process.kill(process.pid, 'SIGINT')
      })
    })
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}
