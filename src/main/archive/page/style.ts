/** What the page of a bag adds to the paper: the list of messages. content-visibility keeps thousands of players quick. */
export const messageStyle = `
ol.messages { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line) }
h2 + p + ol.messages { margin-top: 0.75rem }
ol.messages > li { display: grid; grid-template-columns: 3rem minmax(11rem, 1fr) 11rem 18rem; gap: 0.15rem 1rem; align-items: start; padding: 0.7rem 0; border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 3.9rem }
.position { color: var(--soft); font-size: 0.8125rem; line-height: 1.4rem }
.caller { margin: 0; font-weight: 600 }
.caller + p { margin: 0 }
.when { text-align: left }
.sound { display: grid; grid-template-columns: 1fr auto; gap: 0.25rem 0.75rem; align-items: center }
.sound audio { width: 100%; height: 2rem }
.sound .original { grid-column: 1; grid-row: 2; font-size: 0.8125rem }
.caller .flag { display: inline-block; margin-left: 0.3rem; padding: 0 0.4rem; border: 1px solid var(--line); border-radius: 3px; color: var(--soft); font-size: 0.75rem; line-height: 1.25rem; font-weight: 500; vertical-align: 0.06em }
.caller .flag.unheard { color: var(--accent); border-color: currentColor } .caller .flag.urgent { color: var(--bad); border-color: currentColor }
.transcript { grid-column: 2 / -1; margin: 0.35rem 0 0.1rem; padding-left: 0.8rem; border-left: 2px solid var(--line); max-width: 44rem; white-space: pre-line }
ul.files { margin: 0; padding: 0; list-style: none; columns: 2 18rem; column-gap: 2rem }
ul.files li { display: flex; justify-content: space-between; gap: 1rem; padding: 0.2rem 0; break-inside: avoid }
@media screen and (max-width: 50rem) { body { padding: 1.5rem 1rem 3rem } ol.messages > li { grid-template-columns: 2.5rem 1fr } .when, .sound, .transcript { grid-column: 2 } }
@media print { .sound audio, .sound a { display: none } ol.messages > li { grid-template-columns: 2rem 1fr 9rem 4rem; content-visibility: visible; break-inside: avoid; padding: 0.45rem 0 } .sound { display: block; text-align: right } .transcript { font-size: 9pt } ul.files { columns: 1 } }
`
