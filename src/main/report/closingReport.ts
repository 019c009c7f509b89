import { shownFindings } from '../../shared/archives/model.ts'
import type { Effect } from '../../shared/offboarding/effects.ts'
import { outcomeOf, type OutcomePart } from '../../shared/offboarding/outcome.ts'
import {
  reportOf,
  stepsDone,
  type ArchiveTrouble,
  type Run,
  type RunStatus,
  type RunStep,
} from '../../shared/offboarding/run.ts'
import type { StepStatus } from '../../shared/offboarding/stepStatus.ts'
import { subjectDetail } from '../../shared/offboarding/subject.ts'
import type { AuditLink } from '../audit/repository.ts'
import { html, type Markup } from '../html/markup.ts'
import { fact, pageHead } from '../html/page.ts'
import { counted, readableInstant } from '../html/readable.ts'
import { reportStyle } from './style.ts'
import { whatGoesWhen } from './whatGoesWhen.ts'

export type ReportFacts = {
  printedAt: string
  software: string
  /** The newest audit entry at the printing: an anchor of the audit on paper. */
  auditHead: AuditLink | null
}

/**
 * What was done, when, by whom, and where the archive lies: one self-contained page for saving and printing. States and
 * effects are those of the run and its plan; nothing is computed here.
 */
export function closingReport(run: Run, { printedAt, software, auditHead }: ReportFacts): string {
  const { subject } = run.plan
  return html`${pageHead({ title: `Closing report: ${subject.name}`, style: reportStyle })}
    <header>
      <p class="kicker">Closing report</p>
      <h1><bdi>${subject.name}</bdi></h1>
      <p class="lead">${subjectDetail(subject)}</p>
      <p class="verdict ${run.status}">${verdictOf(run)}</p>
      <dl class="facts">
        ${fact('Started', readableInstant(run.createdAt))}
        ${fact('Ended', run.finishedAt === null ? 'Not ended' : readableInstant(run.finishedAt))}
        ${fact('Carried out by', run.operator)} ${fact('Steps', stepsDone(run))}
        ${fact('Messages proven', `${run.messages.proven} of ${run.messages.listed}`)}
      </dl>
    </header>
    <main>
      <h2>Steps</h2>
      ${stepTable(run.steps)} ${outcomeOf(run).map((one) => outcomePart(one, run.status))} ${whatGoesWhen(run)}
      <h2>Archive</h2>
      ${archive(run)}
    </main>
    <footer>
      <p>Run <span class="mono">${run.id}</span> · Plan <span class="mono">${run.plan.hash}</span></p>
      ${auditLine(auditHead)}
      <p>Printed ${readableInstant(printedAt)} by ${software}.</p>
    </footer>
    </body>
    </html>`.html
}

function auditLine(head: AuditLink | null): Markup | null {
  if (head === null) return null
  return html`<p>Audit entry ${head.seq} <span class="mono">${head.hash}</span></p>`
}

function verdictOf({ status, stepsUndone }: Run): string {
  return status === 'done' && stepsUndone > 0
    ? `Every step was done; ${counted(stepsUndone, 'step')} undone since.`
    : verdicts[status]
}

const verdicts: Readonly<Record<RunStatus, string>> = {
  done: 'Every step is done.',
  running: 'The run is not finished: it is under way.',
  interrupted: 'The run is not finished: it was interrupted and can be continued.',
  paused: 'The run is not finished: it is paused and can be continued.',
  failed: 'The run is not finished: a step failed.',
  cancelled: 'The run was given up. Steps that are not marked as done did not happen.',
}

const stepStates: Readonly<Record<StepStatus, string>> = {
  pending: 'Not begun',
  running: 'Under way',
  done: 'Done',
  failed: 'Failed',
  skipped: 'Not done',
  undone: 'Undone',
}

const fates = {
  kept: 'Kept',
  moved: 'Moved',
  frozen: 'Frozen',
  removed: 'Removed',
  removedOn: 'Removed later',
} as const

function stepTable(steps: readonly RunStep[]): Markup {
  return html`<table>
    <thead>
      <tr>
        <th scope="col" class="ordinal">#</th>
        <th scope="col">Step</th>
        <th scope="col">State</th>
        <th scope="col">Ended</th>
      </tr>
    </thead>
    <tbody>
      ${steps.map(stepRow)}
    </tbody>
  </table>`
}

function stepRow({ position, title, status, outcome, error, finishedAt }: RunStep): Markup {
  const said = error?.message ?? reportOf({ status, outcome })
  const ended = status === 'done' || status === 'undone' ? finishedAt : null
  return html`<tr>
    <td class="ordinal">${position + 1}</td>
    <td>${title}${said === null ? null : html`<br /><span class="soft">${said}</span>`}</td>
    <td><span class="state ${status}">${stepStates[status]}</span></td>
    <td class="nowrap">${ended === null ? '–' : readableInstant(ended)}</td>
  </tr>`
}

const partTitles: Readonly<Record<OutcomePart['part'], string>> = {
  happened: 'What became of everything',
  notTaken: 'Planned, and not carried out: none of this happened',
  planned: 'What the plan says of everything',
  undone: 'Undone since: what it was until then',
}

function outcomePart({ part, effects }: OutcomePart, status: RunStatus): Markup {
  const givenUp = part === 'happened' && status === 'cancelled'
  return html`<h2>${givenUp ? 'What happened before the run was given up' : partTitles[part]}</h2>
    ${effects.length === 0 ? html`<p>No step changed anything.</p>` : effectTable(effects)}`
}

function effectTable(effects: readonly Effect[]): Markup {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">What</th>
        <th scope="col" class="number">Count</th>
        <th scope="col">Fate</th>
        <th scope="col">Where</th>
        <th scope="col">Seen by</th>
      </tr>
    </thead>
    <tbody>
      ${effects.map(effectRow)}
    </tbody>
  </table>`
}

function effectRow({ label, count, items, fate, where, until, seenBy }: Effect): Markup {
  return html`<tr>
    <td>${label}${items.length === 0 ? null : html`<br /><span class="soft">${items.join(', ')}</span>`}</td>
    <td class="number">${count}</td>
    <td>${fates[fate]}${until === null ? '' : ` (${until})`}</td>
    <td>${where}</td>
    <td>${seenBy}</td>
  </tr>`
}

function archive(run: Run): Markup {
  if (run.manifestSha256 === null) return html`<p>There is no proven archive of this run.</p>`
  return html`<p>
      ${counted(run.messages.proven, 'voicemail message')}, each read back from the disk and equal to its hash.
    </p>
    ${run.archiveTrouble === null ? null : html`<p class="verdict failed">${troubleSince(run.archiveTrouble)}</p>`}
    <code class="block">${run.archive ?? ''}</code>
    <p class="soft">SHA-256 of manifest-sha256.txt</p>
    <code class="block">${run.manifestSha256}</code>
    <p class="soft">To check it without Offhook, in that folder:</p>
    <code class="block">sha256sum -c manifest-sha256.txt && sha256sum manifest-sha256.txt</code>`
}

/** The report is of its run's time; what is known at the printing of what came after is dated. */
function troubleSince({ state, foundAt, problems }: ArchiveTrouble): string {
  if (state === 'missing') return `Looked for again on ${readableInstant(foundAt)}: not where it was.`
  const count = counted(problems, 'problem')
  return `Verified again on ${readableInstant(foundAt)}: damaged, ${problems < shownFindings ? count : `${count} or more`}.`
}
