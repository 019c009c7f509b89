import { demoData } from './support/demoData.ts'
import { printStartup } from './support/startupTimes.ts'

/** The window on the demo company. */
await printStartup('startup', demoData())
