/** The look of documents that outlive the app: system fonts, light and dark, one ink and one accent, made to print. */
export const paper = `
:root { color-scheme: light dark; --ink: #1c1f24; --soft: #5d6570; --line: #e1e4e8; --paper: #fdfdfc; --tint: #f3f5f4; --accent: #0b6b5d; --warn: #9a4a00; --bad: #b3261e }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ea; --soft: #9aa3ad; --line: #2f353c; --paper: #16191d; --tint: #1e2227; --accent: #5cc4b1; --warn: #e8a35c; --bad: #f2938c } }
* { box-sizing: border-box }
html { background: var(--paper); -webkit-text-size-adjust: 100% }
body { margin: 0 auto; max-width: 60rem; padding: 3rem 2rem 4rem; color: var(--ink); background: var(--paper); font: 0.9375rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
h1 { margin: 0; font-size: 2rem; line-height: 1.15; font-weight: 650; letter-spacing: -0.02em }
h2 { margin: 2.75rem 0 0.75rem; font-size: 1.0625rem; font-weight: 650; letter-spacing: -0.005em }
p { margin: 0.25rem 0 }
a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 1px }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px }
.kicker { margin: 0 0 0.4rem; color: var(--accent); font-size: 0.75rem; font-weight: 650; letter-spacing: 0.09em; text-transform: uppercase }
.soft { color: var(--soft) }
.lead { margin-top: 0.4rem; color: var(--soft) }
dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1.25rem 1.5rem; margin: 2rem 0 0; padding: 1.25rem 0; border-block: 1px solid var(--line) }
dl.facts dt { color: var(--soft); font-size: 0.8125rem }
dl.facts dd { margin: 0; font-size: 1.0625rem; font-weight: 600 }
table { width: 100%; border-collapse: collapse }
th { padding: 0.35rem 1rem 0.35rem 0; color: var(--soft); font-size: 0.8125rem; font-weight: 500; text-align: left; border-bottom: 1px solid var(--line) }
td { padding: 0.5rem 1rem 0.5rem 0; vertical-align: top; border-bottom: 1px solid var(--line) }
th:last-child, td:last-child { padding-right: 0 }
.number { text-align: right; white-space: nowrap }
code, .mono { font: 0.8125rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace }
code.block { display: block; padding: 0.6rem 0.8rem; background: var(--tint); border-radius: 4px; white-space: pre-wrap }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.8125rem }
@page { margin: 16mm 15mm 18mm }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #4a4f55; --line: #c9cdd2; --paper: #fff; --tint: #f4f5f5; --accent: #0b5b50; --warn: #7a3b00; --bad: #8f1d17 }
  body { max-width: none; padding: 0; font-size: 9.5pt }
  h1 { font-size: 20pt } h2 { margin-top: 16pt; break-after: avoid }
  dl.facts { margin-top: 14pt; padding: 10pt 0; grid-template-columns: repeat(auto-fit, minmax(6rem, 1fr)) }
  tr, li, dl.facts > div { break-inside: avoid } thead { display: table-header-group }
  a { color: inherit; text-decoration: none }
}
`
