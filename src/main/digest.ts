import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'

/** SHA-256 (hex) of a value's canonical JSON (RFC 8785): equal content, equal digest, whatever the order of keys. */
export function digest(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

/** Throws on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('The value has no JSON form')
  return text
}
