import type { Session } from 'electron'

/** Plain text may be put on the clipboard by a click; reading it stays refused. */
const copying = 'clipboard-sanitized-write'

/**
 * Takes from a session everything that the app does not need: requests to anything but the given schemes and origins,
 * permissions, downloads, and spell-checking dictionaries, which Chromium would fetch.
 */
export function restrictSession(session: Session, allowed: readonly string[]): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !allowed.some((prefix) => details.url.startsWith(prefix)) })
  })
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(permission === copying))
  session.setPermissionCheckHandler((_contents, permission) => permission === copying)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
}
