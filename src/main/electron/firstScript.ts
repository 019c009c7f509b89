import type { Session } from 'electron'

const longestWait = 2000

/**
 * Settles once the page has its script, and in two seconds in any case. Until then main's one thread is free to hand
 * the page its files; from then on the page has something to do while main starts.
 */
export function firstScript(session: Session): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      session.webRequest.onCompleted(null)
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(settle, longestWait)
    session.webRequest.onCompleted({ urls: ['<all_urls>'], types: ['script'] }, settle)
  })
}
