import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/{unit,integration,faults}/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    reporters: ['default'],
  },
})
