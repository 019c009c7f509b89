import { z } from 'zod'
import type { StepKind } from '../offboarding/action.ts'
import { part, told, type AuditDetail } from './detail.ts'

export type ActionWords = {
  /** In filters, and in lists where the entry does not tell more. */
  label: string
  /** In lists, by what the entry tells; null where it does not tell. */
  labelOf?: (detail: AuditDetail) => string | null
  /** A sentence without the operator, who stands in a column of his own. */
  sentence: (subject: string, detail: AuditDetail) => string
}

type Sentence = ActionWords['sentence']

/** What the phone system or the archive reported of a step, after what the step is. */
const reported =
  (did: Sentence): Sentence =>
  (subject, detail) =>
    `${did(subject, detail)}${part(detail, 'outcome', (text) => `: ${text}`)}`

/** Where the report begins by saying again what the step is: the rest of it, after its first semicolon. */
const furtherReported =
  (did: Sentence): Sentence =>
  (subject, detail) =>
    `${did(subject, detail)}${part(detail, 'outcome', (text) => (text.includes('; ') ? text.slice(text.indexOf('; ')) : ''))}`

/** What was chosen for a number or for the originals; null in entries that do not tell it. */
function choiceOf({ action }: AuditDetail): string | null {
  const known = z.object({ choice: z.object({ kind: z.string() }) }).safeParse(action)
  return known.success ? known.data.choice.kind : null
}

const byChoice =
  (labels: Readonly<Record<string, string>>) =>
  (detail: AuditDetail): string | null => {
    const chosen = choiceOf(detail)
    return chosen !== null && Object.hasOwn(labels, chosen) ? labels[chosen]! : null
  }

/** What runs leave behind: one entry for each step that took effect, named after its kind. */
export const stepActions = {
  'run.revokeSignIn': {
    label: 'Sign-in revoked',
    sentence: furtherReported((who) => `Revoked the sign-in of ${who}`),
  },
  'run.archiveVoicemail': {
    label: 'Voicemail archived',
    sentence: reported((who) => `Archived the voicemail of ${who}`),
  },
  'run.voicemailDisposition': {
    label: 'Voicemail decided',
    labelOf: byChoice({ keep: 'Voicemail kept', forward: 'Voicemail moved', delete: 'Voicemail deleted' }),
    sentence: reported((who) => `Voicemail of ${who}`),
  },
  'run.number': {
    label: 'Number decided',
    labelOf: byChoice({
      keep: 'Number kept',
      reassign: 'Number reassigned',
      park: 'Number parked',
      release: 'Number released',
    }),
    sentence: reported((who) => `Phone number of ${who}`),
  },
  'run.reclaimNumber': { label: 'Number reclaimed', sentence: reported((who) => `Put a phone number on ${who}`) },
  'run.forwardCalls': { label: 'Calls forwarded', sentence: reported((who) => `Forwarding of ${who}`) },
  'run.leaveGroups': { label: 'Groups left', sentence: reported((who) => `Groups and queues of ${who}`) },
  'run.reset': { label: 'Extension reset', sentence: reported((who) => `Reset the extension of ${who}`) },
  'run.removeLicence': { label: 'License removed', sentence: reported((who) => `Removed the license of ${who}`) },
  'run.deactivate': { label: 'User deactivated', sentence: furtherReported((who) => `Deactivated ${who}`) },
  'run.activate': { label: 'User activated', sentence: furtherReported((who) => `Activated ${who}`) },
  'run.assignProfile': {
    label: 'Profile assigned',
    sentence: reported((who) => `Gave ${who.startsWith('extension ') ? who : `the extension of ${who}`} a new profile`),
  },
  'run.undo': { label: 'Step undone', sentence: reported((who) => `Undid a step for ${who}`) },
  'run.delete': {
    label: 'User deleted',
    sentence: (who, detail) =>
      `Deleted ${who}${part(detail, 'outcome', (text) => text.replace(/^The account is deleted/, ''))}`,
  },
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
