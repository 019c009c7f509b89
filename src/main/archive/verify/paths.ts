import { decodePath } from '../manifest.ts'
import { isStrict, type Reading } from './reading.ts'

/** Where a manifest or fetch.txt points: the path to look for. asterisk, dotSlash: what stood before it. */
export type ListedPath = { path: string; asterisk: boolean; dotSlash: boolean; unencoded: boolean }

/**
 * The path of a line. md5sum and its kin put an asterisk before it for binary mode, tools that follow find put ./ there;
 * neither is part of it. Percent signs were not encoded before RFC 8493, and some tools still do not.
 */
export function listedPath(reading: Reading, written: string): ListedPath {
  const [, asterisk = '', dotSlash = '', bare = ''] = /^(\*?)((?:\.\/)*)(.+)$/s.exec(written) ?? []
  const decoded = decodePath(bare)
  const literally = reading.files.has(bare) && (!isStrict(reading) || !reading.files.has(decoded))
  return {
    path: literally ? bare : decoded,
    asterisk: asterisk !== '',
    dotSlash: dotSlash !== '',
    unencoded: /%(?!0[aAdD]|25)/.test(bare),
  }
}

/** Whether some system, or a tool that decodes too much, would be led out of the bag by this path. */
export function leadsOut(path: string): boolean {
  return escapes(path) || escapes(fullyDecoded(path))
}

function escapes(path: string): boolean {
  return /^[/\\~]|^[A-Za-z]:/.test(path) || path.split(/[/\\]/).includes('..')
}

function fullyDecoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
