import { app } from 'electron'
import { knownLocale } from './knownLocale.ts'

/**
 * In which locale dates and numbers are written, as a BCP 47 tag: what `--lang` says, else that of the system's regional
 * settings. Only after the app is ready.
 */
export function formatLocale(): string {
  const wanted = [app.commandLine.getSwitchValue('lang'), app.getSystemLocale(), app.getLocale()]
  return wanted.map(knownLocale).find((one) => one !== null) ?? 'en-US'
}
