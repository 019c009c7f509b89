import type { StepKind } from '../offboarding/action.ts'
import { part, told, type AuditDetail } from './detail.ts'

export type ActionWords = {
  /** In lists and filters. */
  label: string
  /** A sentence without the operator, who stands in a column of his own. */
  sentence: (subject: string, detail: AuditDetail) => string
}

/** A step says what the phone system or the archive reported of it. */
function step(label: string, did: (subject: string) => string): ActionWords {
  return { label, sentence: (subject, detail) => `${did(subject)}${part(detail, 'outcome', (text) => `: ${text}`)}` }
}

/** What runs leave behind: one entry for each step that took effect, named after its kind. */
export const stepActions = {
  'run.revokeSignIn': step('Sign-in revoked', (who) => `Revoked the sign-in of ${who}`),
  'run.archiveVoicemail': step('Voicemail archived', (who) => `Archived the voicemail of ${who}`),
  'run.voicemailDisposition': step('Originals handled', (who) => `Handled the original voicemail of ${who}`),
  'run.number': step('Number handled', (who) => `Handled a phone number of ${who}`),
  'run.reclaimNumber': step('Number reclaimed', (who) => `Put a phone number on ${who}`),
  'run.forwardCalls': step('Calls forwarded', (who) => `Forwarded the calls of ${who}`),
  'run.leaveGroups': step('Groups left', (who) => `Took ${who} out of groups and queues`),
  'run.reset': step('Extension reset', (who) => `Reset the extension of ${who}`),
  'run.removeLicence': step('License removed', (who) => `Removed the license of ${who}`),
  'run.deactivate': step('User deactivated', (who) => `Deactivated ${who}`),
  'run.activate': step('User activated', (who) => `Activated ${who}`),
  'run.assignProfile': step('Profile assigned', (who) => `Gave the extension of ${who} a new profile`),
  'run.undo': step('Step undone', (who) => `Undid a step for ${who}`),
  'run.delete': step('User deleted', (who) => `Deleted ${who}`),
} as const satisfies Record<`run.${StepKind}`, ActionWords>

export const runActions = {
  ...stepActions,
  'run.approve': { label: 'Plan approved', sentence: (who) => `Approved a plan for ${who}` },
  'run.start': { label: 'Run started', sentence: (who) => `Started the run for ${who}` },
  'run.resume': { label: 'Run continued', sentence: (who) => `Continued the run for ${who}` },
  'run.paused': {
    label: 'Run paused',
    sentence: (who, detail) => `Paused the run for ${who}${part(detail, 'step', (text) => ` at "${text}"`)}`,
  },
  'run.failed': {
    label: 'Run failed',
    sentence: (who, detail) =>
      `The run for ${who} failed${part(detail, 'step', (text) => ` at "${text}"`)}${part(detail, 'message', (text) => `: ${text}`)}`,
  },
  'run.done': { label: 'Run done', sentence: (who) => `The run for ${who} is done` },
  'run.abandon': { label: 'Run given up', sentence: (who) => `Gave up the run for ${who}` },
  'run.report': {
    label: 'Report saved',
    sentence: (who, detail) => `Saved the closing report of ${who}${part(detail, 'file', (file) => ` as ${file}`)}`,
  },
} as const satisfies Record<string, ActionWords>

/** Used where a detail decides between two words. */
export function either(detail: AuditDetail, key: string, value: string, then: string, otherwise: string): string {
  return told(detail, key) === value ? then : otherwise
}
