import { defineConfig } from '@playwright/test'

// Each test starts an app of its own; two at a time is what two cores bear without timing out.
export default defineConfig({
  testDir: 'tests',
  testMatch: ['tests/e2e/**/*.spec.ts', 'tests/looks/**/*.spec.ts', 'tests/article/**/*.window.test.ts'],
  outputDir: 'test-results/e2e',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  // A shared machine can stall an app for longer than any timeout; such a test is reported as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
})
