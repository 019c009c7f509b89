import { describe, expect, it } from 'vitest'
import { digest } from '../../src/main/digest.ts'
import { escapeHtml } from '../../src/main/html/markup.ts'
import { closingReport } from '../../src/main/report/closingReport.ts'
import { defaultChoices } from '../../src/shared/offboarding/choices.ts'
import { buildPlan } from '../../src/shared/offboarding/plan.ts'
import { run, type Run } from '../../src/shared/offboarding/run.ts'
import type { StepStatus } from '../../src/shared/offboarding/stepStatus.ts'
import { mailbox, personWith } from '../support/person.ts'

function runWith(statuses: (index: number) => StepStatus, change: Partial<Run> = {}): Run {
  const plan = buildPlan(
    {
      kind: 'person',
      inventory: personWith(mailbox(3).messages),
      choices: defaultChoices(),
      surroundings: { extensions: {}, activePrimaryAdministrators: 1, retentionMonths: 12, takenUserNames: [] },
      operator: { name: 'Sam Admin', role: 'primaryAdministrator' },
      asOf: '2026-11-23',
    },
    digest,
  )
  const steps = plan.steps.map(({ title, action, destructive, reversibility }, position) => ({
    position,
    title,
    action,
    destructive,
    reversibility,
    undoneBy: null,
    status: statuses(position),
    attempts: 1,
    startedAt: '2026-11-23T10:42:00.000Z',
    finishedAt: '2026-11-23T10:43:00.000Z',
    outcome: null,
    error: statuses(position) === 'failed' ? { code: 'CONFLICT', message: 'The phone system refused.' } : null,
  }))
  return run.parse({
    id: 'run-1',
    status: 'failed',
    title: 'Offboard Dana Whitfield',
    offboards: true,
    subject: plan.subject,
    operator: 'Sam Admin',
    createdAt: '2026-11-23T10:42:00.000Z',
    finishedAt: null,
    stepsDone: steps.filter(({ status }) => status === 'done' || status === 'undone').length,
    stepsUndone: steps.filter(({ status }) => status === 'undone').length,
    stepsTotal: steps.length,
    currentStep: null,
    archive: null,
    error: null,
    plan,
    steps,
    archiveId: null,
    manifestSha256: null,
    archiveTrouble: null,
    messages: { listed: 3, proven: 0, bytes: 0 },
    ...change,
  })
}

const auditHead = { seq: 1204, hash: 'c'.repeat(64) }
const facts = { printedAt: '2026-11-23T11:00:00.000Z', software: 'Offhook 0.1.0', auditHead }
/** State and end of each step, as the table shows them. */
const rows = (page: string): string[][] =>
  [...page.matchAll(/<span class="state \w+">([^<]+)<\/span>\s*<\/td>\s*<td class="nowrap">([^<]+)</g)].map((match) => [
    match[1]!,
    match[2]!.trim(),
  ])

describe('closingReport', () => {
  it('reports nothing as done that is not', () => {
    const page = closingReport(
      runWith((index) => (['done', 'failed', 'pending', 'skipped'] as const)[Math.min(index, 3)]!),
      facts,
    )
    expect(rows(page).slice(0, 4)).toEqual([
      ['Done', '2026-11-23 10:43 UTC'],
      ['Failed', '–'],
      ['Not begun', '–'],
      ['Not done', '–'],
    ])
    expect(page).toContain('The phone system refused.')
    expect(page).toContain('There is no proven archive of this run.')
    expect(page).not.toContain('Every step is done.')
    expect(page).not.toContain('What became of everything')
  })

  it("shows the plan's own effects and how the archive is checked", () => {
    const done = runWith(() => 'done', {
      status: 'done',
      finishedAt: '2026-11-23T10:50:00.000Z',
      archive: '/archives/2026-11-23 1042 Dana Whitfield',
      manifestSha256: 'ab'.repeat(32),
      messages: { listed: 3, proven: 3, bytes: 10 },
    })
    const page = closingReport(done, facts)
    expect(page).toContain(`Audit entry 1204 <span class="mono">${auditHead.hash}`)
    for (const { label, where } of done.plan.effects) {
      expect(page).toContain(escapeHtml(label))
      expect(page).toContain(where)
    }
    expect(page).toContain('ab'.repeat(32))
    expect(page).toContain('sha256sum -c manifest-sha256.txt')
  })

  // Would catch: a report that is printed to prove what was lost meanwhile.
  it('says with its day what was found of the archive since', () => {
    const found = (archiveTrouble: Run['archiveTrouble']): string =>
      closingReport(
        runWith(() => 'done', { manifestSha256: 'ab'.repeat(32), archiveTrouble }),
        facts,
      )
    const foundAt = '2026-12-01T09:30:00.000Z'
    expect(found(null)).not.toContain(' again on ')
    expect(found({ state: 'damaged', foundAt, problems: 2 })).toContain(
      'Verified again on 2026-12-01 09:30 UTC: damaged, 2 problems.',
    )
    expect(found({ state: 'damaged', foundAt, problems: 500 })).toContain('damaged, 500 problems or more.')
    expect(found({ state: 'missing', foundAt, problems: 0 })).toContain(
      'Looked for again on 2026-12-01 09:30 UTC: not where it was.',
    )
  })

  it('says of a step that was undone that it is, and of nothing it did that it is so', () => {
    const undone = runWith(() => 'done', { status: 'done', stepsUndone: 1 })
    const step = undone.steps.find(({ action }) => action.kind === 'deactivate')!
    Object.assign(step, { status: 'undone', outcome: 'The user is deactivated.' })
    const page = closingReport(undone, facts)
    expect(page).toContain('Every step was done; 1 step undone since.')
    expect(page).toContain('Undone. Until then: The user is deactivated.')
    expect(rows(page)[step.position]).toEqual(['Undone', '2026-11-23 10:43 UTC'])
    const [before, after] = page.split('<h2>Undone since')
    expect(before).not.toContain('Directory, deactivated')
    expect(after).toContain('Directory, deactivated')
  })

  it('of a run that was given up names the cause, and nothing as what became of everything', () => {
    const states = ['done', 'failed', 'skipped'] as const
    const page = closingReport(
      runWith((index) => states[Math.min(index, 2)]!, { status: 'cancelled' }),
      facts,
    )
    expect(page).toContain('The phone system refused.')
    expect(page).not.toContain('What the plan says of everything')
    expect(page).not.toContain('What became of everything')
    expect(page).not.toContain('What goes when')
    const [before, after] = page.split('<h2>Planned, and not carried out')
    expect(before).toContain('What happened before the run was given up')
    expect(before).not.toContain('Permanently deleted')
    expect(after).toContain('Permanently deleted')
  })

  // A day that differs from the plan's would be believed: the report is what is kept.
  it('says what goes when, with the days of the plan, and the hold that keeps it', () => {
    const done = runWith(() => 'done', { status: 'done' })
    const parked = { what: 'phoneNumber', label: 'Phone numbers', count: 1, items: ['+12125550142'], step: 'number' }
    const later = { ...parked, fate: 'frozen', where: 'Parked', until: '2028-03-01', seenBy: 'Administrators' } as const
    const faxes = {
      ...later,
      what: 'fax',
      label: 'Faxes',
      items: [],
      count: 4,
      where: 'Other products',
      until: '2027-11-23',
    }
    const back = { ...later, fate: 'removed', where: 'Given back; can be reclaimed', until: '2028-05-01' } as const
    done.plan.effects = [
      { ...later, what: 'phoneNumber' },
      { ...back, what: 'phoneNumber' },
      { ...faxes, what: 'fax', fate: 'removedOn', step: 'deactivate' },
    ]
    done.plan.warnings = [
      { code: 'LEGAL_HOLD_REMINDER', message: 'A legal hold applies: dispute.', remedy: 'Keep the archive.' },
    ]
    const page = closingReport(done, facts)
    const part = page.slice(page.indexOf('What goes when'), page.indexOf('<h2>Archive'))
    expect([...part.matchAll(/<td class="nowrap">([^<]+)</g)].map((match) => match[1])).toEqual([
      '2027-11-23',
      '2028-03-01',
      '2028-05-01',
    ])
    expect(part).toContain('A legal hold applies: dispute.')
    expect(part).toContain('<td>Deleted from other products</td>')
    expect(part).toContain('<td>Given back; can be reclaimed until this day</td>')
    done.plan.effects = []
    done.plan.warnings = []
    expect(closingReport(done, facts)).not.toContain('What goes when')
  })

  it('carries no name as markup and loads nothing', () => {
    const evil = '<img src=x onerror=alert(1)>'
    const hostile = runWith(() => 'done', { operator: evil, archive: evil, manifestSha256: 'ab'.repeat(32) })
    hostile.plan.subject.name = evil
    hostile.steps[0]!.outcome = evil
    const page = closingReport(hostile, facts)
    expect(page).not.toContain('<img')
    expect(page).not.toMatch(/<script|\bsrc=(?!x)|\bhref=|url\(|@import/i)
    expect(page).toContain("default-src 'none'")
  })
})
