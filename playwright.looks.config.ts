import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

// Every page in every look is some minutes of axe a page: `npm run test:looks`.
export default defineConfig({ ...base, testMatch: ['looks/**/*.spec.ts'] })
