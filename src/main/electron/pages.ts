import type { Protocol, ProtocolRequest, ProtocolResponse } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { noncePlaceholder, pagePolicy } from './contentPolicy.ts'
import { pageOrigin } from './schemes.ts'

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/**
 * Serves the built renderer from app://offhook/. A path without an ending is a place inside the window: index.html.
 * Not by protocol.handle: that speaks in requests of fetch, which Node reads at their first use, and the page would wait
 * for it (docs/decisions/0008-the-window-opens-first.md).
 */
export function servePages(protocol: Protocol, folder: string): void {
  protocol.registerBufferProtocol('app', (request, respond) => {
    void answerTo(request, folder).then(respond)
  })
}

async function answerTo({ method, url }: ProtocolRequest, folder: string): Promise<ProtocolResponse> {
  const path = method === 'GET' ? pagePath(folder, url) : null
  const mime = path === null ? undefined : mimeTypes[extname(path)]
  if (path === null || mime === undefined) return notFound()
  const body = await readFile(path).catch(() => null)
  if (body === null) return notFound()
  return extname(path) === '.html' ? page(body.toString('utf8'), mime) : answer(200, body, mime)
}

/** The file that an address names, or null when it lies outside the folder. */
function pagePath(folder: string, address: string): string | null {
  if (!address.startsWith(`${pageOrigin}/`)) return null
  try {
    const name = decodeURIComponent(new URL(address).pathname)
    if (name.includes('\0') || name.includes('\\')) return null
    const path = normalize(join(folder, extname(name) === '' ? 'index.html' : name))
    return path.startsWith(folder + sep) ? path : null
  } catch {
    return null
  }
}

function page(html: string, mime: string): ProtocolResponse {
  const nonce = randomBytes(16).toString('base64')
  return answer(200, Buffer.from(html.replaceAll(noncePlaceholder, nonce)), mime, {
    'Content-Security-Policy': pagePolicy(nonce),
    'Cache-Control': 'no-store',
  })
}

function notFound(): ProtocolResponse {
  return answer(404, Buffer.from('Not found'), 'text/plain')
}

/** Without an opener policy: no page opens another here, and with one Chromium starts a second renderer for the window. */
function answer(status: number, data: Buffer, mime: string, headers: Record<string, string> = {}): ProtocolResponse {
  return {
    statusCode: status,
    data,
    headers: {
      'Content-Type': mime,
      ...headers,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  }
}
