import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/{unit,integration,faults,article}/**/*.test.ts'],
    // Those of a window are Playwright's.
    exclude: ['tests/article/**/*.window.test.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    reporters: ['default'],
  },
})
