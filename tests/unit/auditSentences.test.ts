import { expect, it } from 'vitest'
import { actionLabel, auditSentence } from '../../src/shared/audit/actions.ts'

const said = (action: string, detail: unknown, subject = 'marcus.reyes') => auditSentence({ action, subject, detail })

it('names a role as the window shows it', () => {
  expect(said('operator.add', { role: 'primaryAdministrator', userId: null }, 'jo')).toBe(
    'Added the operator jo as primary administrator',
  )
  expect(said('operator.role', { from: 'viewer', to: 'itAdministrator' }, 'jo')).toBe(
    'Changed the role of jo from viewer to IT administrator',
  )
})

it.each([
  ['run.number', { kind: 'park', until: '2026-12-26' }, 'Number parked'],
  ['run.number', { kind: 'reassign', extensionNumber: '1043' }, 'Number reassigned'],
  ['run.number', { kind: 'release' }, 'Number released'],
  ['run.number', { kind: 'keep' }, 'Number kept'],
  ['run.voicemailDisposition', { kind: 'keep' }, 'Voicemail kept'],
  ['run.voicemailDisposition', { kind: 'forward', extensionNumber: '1043' }, 'Voicemail moved'],
  ['run.voicemailDisposition', { kind: 'delete' }, 'Voicemail deleted'],
])('labels %s %o by what was done', (action, choice, label) => {
  expect(actionLabel(action, { action: { choice } })).toBe(label)
})

it('labels an entry that does not tell what was chosen by its kind', () => {
  expect(actionLabel('run.number')).toBe('Number decided')
  expect(actionLabel('run.number', { action: { choice: { kind: 'toString' } } })).toBe('Number decided')
})

it.each([
  [
    'run.deactivate',
    'The user is deactivated; active devices can dial emergency numbers only.',
    'Deactivated marcus.reyes; active devices can dial emergency numbers only.',
  ],
  [
    'run.revokeSignIn',
    'Sign-in is blocked; 2 sessions ended.',
    'Revoked the sign-in of marcus.reyes; 2 sessions ended.',
  ],
  ['run.activate', 'The user is active and can sign in.', 'Activated marcus.reyes'],
  [
    'run.delete',
    'The account is deleted with 3 meetings and 1 contact.',
    'Deleted marcus.reyes with 3 meetings and 1 contact.',
  ],
  ['run.leaveGroups', 'Left 1 ring group.', 'Groups and queues of marcus.reyes: Left 1 ring group.'],
])('says what %s did once', (action, outcome, sentence) => {
  expect(said(action, { outcome })).toBe(sentence)
})

it('leaves out what retention did not find', () => {
  expect(said('retention.sweep', { fax: 0, sms: 3, people: 2, months: 12 })).toBe(
    'Deleted 3 text messages of 2 people after 12 months',
  )
})
