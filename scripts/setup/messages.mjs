import process from 'node:process'

/** A set-up that cannot go on: the message says the cause and the command that helps. */
export class SetupError extends Error {}

/** Everything that set-up has to say goes to stderr: stdout belongs to the command that called it. */
export function say(line) {
  process.stderr.write(`setup: ${line}\n`)
}

/**
 * Returns a function to call with the bytes so far; it draws at most five times a second on a terminal and
 * every five seconds elsewhere, so that a log stays readable. `total` is 0 when nobody knows it.
 */
export function progressOf(label, total) {
  const terminal = process.stderr.isTTY
  const pause = terminal ? 200 : 5000
  let drawnAt = Date.now()
  let drawn = ''
  return (bytes, last = false) => {
    if (!last && Date.now() - drawnAt < pause) return
    drawnAt = Date.now()
    const share = total > 0 ? ` of ${megabytes(total)} MB (${Math.floor((bytes / total) * 100)} %)` : ' MB'
    const line = `setup: ${label}: ${megabytes(bytes)}${share}`
    if (terminal) process.stderr.write(`\r${line}${last ? '\n' : ''}`)
    else if (line !== drawn) process.stderr.write(`${line}\n`)
    drawn = line
  }
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1)
}
