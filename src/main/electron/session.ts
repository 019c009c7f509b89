import type { Session } from 'electron'

/**
 * Takes from a session everything that the app does not need: requests to anything but the given schemes and origins,
 * permissions, downloads, and spell-checking dictionaries, which Chromium would fetch.
 */
export function restrictSession(session: Session, allowed: readonly string[]): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !allowed.some((prefix) => details.url.startsWith(prefix)) })
  })
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
}
