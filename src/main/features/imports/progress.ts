/** Rows or messages done of an estimated total, and bytes read; a hint, at most ten a second for the window. */
export type Progress = { done: number; total: number | null; bytes: number }
