import { protocol } from 'electron'

export const pageOrigin = 'app://offhook'

/** Must run before the app is ready. Neither scheme may bypass a content policy or reach files. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    {
      scheme: 'media',
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ])
}
