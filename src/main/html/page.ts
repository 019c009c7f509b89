import { html, trusted, type Markup } from './markup.ts'
import { paper } from './paper.ts'

export type PageHead = {
  title: string
  /** Rules of this kind of page, after those of the paper. */
  style: string
  /** What the page may load beside itself, as a directive of the content policy: "media-src 'self'". */
  loads?: string
}

/** The beginning of a page that outlives the app, as far as its open body: no scripts, no network, no referrer. */
export function pageHead({ title, style, loads }: PageHead): Markup {
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    ...(loads === undefined ? [] : [loads]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(policy)}" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <style>
          ${trusted(paper + style)}
        </style>
      </head>
      <body>
     `
}

/** One of the facts at the top of a page. */
export function fact(label: string, value: string): Markup {
  return html`<div>
    <dt>${label}</dt>
    <dd><bdi>${value}</bdi></dd>
  </div>`
}
