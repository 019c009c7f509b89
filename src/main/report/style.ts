/** What the closing report adds to the paper. */
export const reportStyle = `
.verdict { margin-top: 1rem; padding: 0.5rem 0.8rem; border-left: 3px solid var(--warn); background: var(--tint); font-weight: 600 }
.verdict.done { border-color: var(--accent) }
.verdict.failed { border-color: var(--bad) }
.ordinal { width: 2rem; color: var(--soft) }
.nowrap { white-space: nowrap }
.state { color: var(--soft); white-space: nowrap }
.state.done { color: var(--accent); font-weight: 600 }
.state.failed { color: var(--bad); font-weight: 600 }
`
