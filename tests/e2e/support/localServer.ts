import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type LocalServer = { address: string; hits(): number; close(): void }

/** A web server that counts who comes, standing for any place that the app must not reach. */
export async function startLocalServer(): Promise<LocalServer> {
  let hits = 0
  const server = createServer((_request, response) => {
    hits += 1
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.end('<!doctype html><title>outside</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, hits: () => hits, close: () => server.close() }
}
