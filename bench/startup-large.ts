import { largeData } from './support/largeData.ts'
import { printStartup } from './support/startupTimes.ts'

/** The window on a company of 100,000. */
await printStartup('startup-large', largeData())
