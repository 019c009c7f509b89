/** A piece of HTML that is safe to insert as it is: everything in it was escaped or written by us. */
export type Markup = { readonly html: string }
type Value = Markup | string | number | null | readonly Markup[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Escapes text for element content and quoted attributes; control characters, which HTML does not allow, are dropped. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/(?![\t\n\r])\p{Cc}/gu, '').replaceAll(/[&<>"']/g, (character) => entities[character]!)
}

/** Template tag: every inserted text is escaped; only what is Markup itself goes in as it is. Null is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { html: strings.map((text, index) => text + render(values[index] ?? null)).join('') }
}

/** Text that we wrote ourselves, such as a stylesheet. */
export function trusted(text: string): Markup {
  return { html: text }
}

function render(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return escapeHtml(value)
  return 'html' in value ? value.html : value.map((one) => one.html).join('')
}
