/** As the theme has it: --row-height. */
export const rowHeight = 36
/** Rows drawn beyond the visible ones: a turn of the wheel is covered, and the page stays small. */
export const overscan = 4
/** Rows that stand above the one that a grid is opened at. */
export const rowsAbove = 5
/** Chromium draws no element higher than 33 million pixels; rows beyond are reached by a narrower filter. */
export const mostRows = 900_000
