import type { Protocol } from 'electron'
import { Readable } from 'node:stream'
import type { Media, MediaBody } from '../desktop.ts'
import { parseByteRange } from '../files/byteRange.ts'
import { mediaPolicy } from './contentPolicy.ts'

/**
 * Serves audio by id, never by path: media://voicemail/ID, media://archive/ARCHIVE/MESSAGE, media://greeting/ID and
 * media://archived-greeting/ARCHIVE/NUMBER. Answers ranges itself, because audio that comes through net.fetch of a file
 * cannot seek.
 */
export function serveMedia(protocol: Protocol, media: () => Promise<Media>, origin: string): void {
  protocol.handle('media', async (request) => {
    if (request.method !== 'GET') return answer(405, null, origin, { Allow: 'GET' })
    try {
      const body = await lookUp(await media(), request.url)
      return body === null ? answer(404, null, origin) : serve(body, request.headers.get('range'), origin)
    } catch {
      // An id that is not known and a file that is not there look the same from the window.
      return answer(404, null, origin)
    }
  })
}

async function lookUp(media: Media, address: string): Promise<MediaBody | null> {
  const { host, pathname } = new URL(address)
  const ids = pathname.slice(1).split('/').map(decodeURIComponent)
  if (host === 'voicemail' && ids.length === 1) return media.voicemailAudio(ids[0]!)
  if (host === 'archive' && ids.length === 2) return media.archiveAudio(ids[0]!, ids[1]!)
  if (host === 'greeting' && ids.length === 1) return media.greetingAudio(ids[0]!)
  if (host === 'archived-greeting' && ids.length === 2) return media.archivedGreetingAudio(ids[0]!, ids[1]!)
  return null
}

function serve({ mime, size, read }: MediaBody, rangeHeader: string | null, origin: string): Response {
  const range = parseByteRange(rangeHeader, size)
  if (range === 'unsatisfiable') return answer(416, null, origin, { 'Content-Range': `bytes */${size}` })
  const { first, last } = range ?? { first: 0, last: size - 1 }
  // Node's type of a web stream and the one of fetch are the same thing at run time.
  const body = size === 0 ? null : (Readable.toWeb(read({ first, last })) as ReadableStream<Uint8Array>)
  return answer(range === null ? 200 : 206, body, origin, {
    'Content-Type': mime,
    'Content-Length': String(last - first + 1),
    ...(range === null ? {} : { 'Content-Range': `bytes ${first}-${last}/${size}` }),
  })
}

function answer(
  status: number,
  body: ReadableStream<Uint8Array> | null,
  origin: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(body, {
    status,
    headers: {
      ...headers,
      'Accept-Ranges': 'bytes',
      'Access-Control-Allow-Origin': origin,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': mediaPolicy(),
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
