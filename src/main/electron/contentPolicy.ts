/** Stands in index.html where the build leaves room for the nonce of this load. */
export const noncePlaceholder = '__CSP_NONCE__'

/** What a page of the app may do: its own scripts, styles with this load's nonce, audio by id, and nothing of the network. */
export function pagePolicy(nonce: string): string {
  return policy({
    'script-src': "'self'",
    'style-src-elem': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data:",
    'font-src': "'self'",
    'media-src': 'media:',
    'connect-src': "'self' media:",
  })
}

/** Audio that is opened as a page may do nothing but play. */
export function mediaPolicy(): string {
  return policy({ 'media-src': 'media:', sandbox: '' })
}

/** A report on its way to the printer: styles, pictures and fonts that it carries itself. */
export function printPolicy(): string {
  return policy({ 'style-src': "'unsafe-inline'", 'img-src': 'data:', 'font-src': 'data:' })
}

function policy(allowed: Readonly<Record<string, string>>): string {
  const directives = {
    'default-src': "'none'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    ...allowed,
  }
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')
}
