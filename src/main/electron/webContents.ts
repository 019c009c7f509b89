import { app } from 'electron'
import type { Logger } from '../log/logger.ts'

/** Holds for every page that will ever exist in this process: it stays where it is, opens nothing and calls nobody. */
export function restrictWebContents(log: Logger): void {
  app.on('web-contents-created', (_created, contents) => {
    // Neither the session's requests nor the content policy cover it.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-frame-navigate', (event) => {
      event.preventDefault()
      log.warn('A page asked to go elsewhere and was refused')
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault()
    decide(false)
  })
}
