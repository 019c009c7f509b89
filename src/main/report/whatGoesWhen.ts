import type { Effect } from '../../shared/offboarding/effects.ts'
import { outcomeOf } from '../../shared/offboarding/outcome.ts'
import type { Run } from '../../shared/offboarding/run.ts'
import { html, type Markup } from '../html/markup.ts'
import { readableCount } from '../html/readable.ts'

type Dated = Effect & { until: string }

/** The days that the plan of a run names, the next one first, and what is held back; the dates are the plan's. Null when there are none. */
export function whatGoesWhen(run: Run): Markup | null {
  const effects = outcomeOf(run).flatMap((one) =>
    one.part === 'happened' || one.part === 'planned' ? one.effects : [],
  )
  const dated = effects.filter((effect): effect is Dated => effect.until !== null)
  const holds = run.plan.warnings.filter(({ code }) => code === 'LEGAL_HOLD_REMINDER')
  if (dated.length + holds.length === 0) return null
  return html`<h2>What goes when</h2>
    ${holds.map(({ message, remedy }) => html`<p>${message} ${remedy}</p>`)}
    ${dated.length === 0 ? null : dayTable(dated.toSorted((a, b) => (a.until < b.until ? -1 : 1)))}`
}

function dayTable(effects: readonly Dated[]): Markup {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Day (UTC)</th>
        <th scope="col">What</th>
        <th scope="col" class="number">Count</th>
        <th scope="col">What happens</th>
      </tr>
    </thead>
    <tbody>
      ${effects.map(dayRow)}
    </tbody>
  </table>`
}

function dayRow({ until, label, items, count, fate, where }: Dated): Markup {
  return html`<tr>
    <td class="nowrap">${until}</td>
    <td>${label}${items.length === 0 ? null : html`<br /><span class="soft">${items.join(', ')}</span>`}</td>
    <td class="number">${readableCount(count)}</td>
    <td>${whatHappens({ fate, where })}</td>
  </tr>`
}

function whatHappens({ fate, where }: Pick<Dated, 'fate' | 'where'>): string {
  if (fate === 'removedOn') return `Deleted from ${where.charAt(0).toLowerCase()}${where.slice(1)}`
  return fate === 'removed' ? `${where} until this day` : where
}
