import { defineConfig } from '@playwright/test'

// Each test starts an app of its own; two at a time is what two cores bear without timing out.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
})
