/** `code` is the runner's exit code: a failure that belongs to no test (a file that does not load) counts as one. */
export function vitestCounts(report, code) {
  return withLooseFailure(
    {
      passed: report?.numPassedTests ?? 0,
      failed: report?.numFailedTests ?? 0,
      skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    },
    code,
  )
}

export function playwrightCounts(report, code) {
  const stats = report?.stats ?? {}
  return withLooseFailure(
    { passed: (stats.expected ?? 0) + (stats.flaky ?? 0), failed: stats.unexpected ?? 0, skipped: stats.skipped ?? 0 },
    code,
  )
}

function withLooseFailure(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** One line a group, then the sum of their tests alone on the last line. */
export function summaryOf(results) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  const lines = results.map(({ name, seconds, code, counts }) => {
    for (const key of Object.keys(total)) total[key] += counts?.[key] ?? 0
    const tests = counts === undefined ? '' : `  ${sentenceOf(counts)}`
    return `${name.padEnd(8)} ${code === 0 ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(6)} s${tests}`
  })
  return [...lines, sentenceOf(total)].join('\n')
}

function sentenceOf({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}
