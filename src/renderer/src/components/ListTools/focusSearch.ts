/** Gives the search of the page the focus when the control that had it goes away with what it cleared. */
export function focusSearch(): void {
  // The search may be drawn in this same moment.
  setTimeout(() => document.querySelector<HTMLElement>('main :is(search, [role="search"]) input')?.focus())
}

/** What a control does that goes away with what it clears. */
export function thenFocusSearch(clear: () => void): () => void {
  return () => {
    clear()
    focusSearch()
  }
}
