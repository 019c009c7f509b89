import type { Page } from '@playwright/test'

/**
 * Runs an action in the page and answers the directives of the content policy that it violated. The action runs from
 * a timer, because the debugger's own evaluations may do what the policy forbids.
 */
export async function violatedBy(window: Page, action: () => void): Promise<string[]> {
  return window.evaluate<string[]>(`new Promise((resolve) => {
    const violated = []
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective))
    setTimeout(${action.toString()}, 0)
    setTimeout(() => resolve(violated), 500)
  })`)
}
