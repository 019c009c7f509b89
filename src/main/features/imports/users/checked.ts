/** A cell's value as it is stored, or why it is refused. */
export type Checked = { value: string } | { reason: string }
