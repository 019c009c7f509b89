/** The states in which a run can still go on, for `status IN`. The indexes on unfinished runs are of exactly these. */
export const unfinished = "('running', 'paused', 'failed')"
