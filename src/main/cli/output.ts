import type { CliIo } from './io.ts'

export type Output = ReturnType<typeof createOutput>
export type Cell = string | number | null

/** Values go to stdout, as JSON or to read; everything that is said beside them goes to stderr. */
export function createOutput(io: CliIo, json: boolean) {
  return {
    json,
    /** One value: JSON on a line, or what is meant for reading. */
    value: (value: unknown, readable: () => string): void =>
      io.stdout(json ? `${JSON.stringify(value)}\n` : printable(readable())),
    /** One object of a list or of progress, only with --json. */
    line: (value: unknown): void => {
      if (json) io.stdout(`${JSON.stringify(value)}\n`)
    },
    /** A message beside the values. */
    say: (text: string): void => io.stderr(`${onOneLine(text)}\n`),
  }
}

/** Columns as wide as their widest cell; numbers stand right. */
export function table(rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => row.map((cell) => onOneLine(String(cell ?? ''))))
  const widths = (texts[0] ?? []).map((_, column) => Math.max(...texts.map((row) => row[column]!.length)))
  const lines = texts.map((row, line) =>
    row
      .map((text, column) =>
        typeof rows[line]![column] === 'number' ? text.padStart(widths[column]!) : text.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  )
  return lines.map((line) => `${line}\n`).join('')
}

/** A name with a line break makes no line of its own. */
export function onOneLine(text: string): string {
  return printable(text.replaceAll('\n', '␊'))
}

/** Data cannot move the cursor or color the terminal. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) => (character === '\n' ? '\n' : ' '))
}
