/** Leads to the first field that is marked as wrong. */
export function focusFirstWrong(form: HTMLElement | null): void {
  // It is marked in this same moment.
  setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
