import { Select } from '@mantine/core'
import { callDirection, callDisposition } from '../../../../shared/analytics/model.ts'
import { FilterToggle } from '../../components/ListTools/FilterToggle.tsx'
import { PeriodFields } from '../../components/PeriodFields/PeriodFields.tsx'
import { useSites } from '../../data/company.ts'
import {
  useAnalyticsActions,
  useAnalyticsFilters,
  type AnalyticsPart,
  type Period,
} from '../../stores/analyticsView.ts'
import classes from './Analytics.module.css'
import { periodNames } from './period.ts'
import { SidePicker } from './SidePicker.tsx'
import { directionNames, dispositionNames } from './words.ts'

/** Everything that the calls and the bills are filtered by; what bills do not know is not offered there. */
export function AnalyticsToolbar({ part }: { part: AnalyticsPart }) {
  const filters = useAnalyticsFilters()
  const { setFilters } = useAnalyticsActions()
  const { who, peer, goneOnly } = filters
  return (
    <search className={classes.toolbar} aria-label="Calls and bills">
      <PeriodChoice />
      <SidePicker
        label="Person, extension or number"
        value={who}
        goneOnly={goneOnly}
        onChange={(side) => setFilters({ who: side })}
      />
      {who !== null && part !== 'bills' && (
        <SidePicker
          label="And on the other side"
          value={peer}
          goneOnly={false}
          onChange={(side) => setFilters({ peer: side })}
        />
      )}
      <SiteField />
      {part !== 'bills' && <CallFields />}
      <FilterToggle label="Left the company" on={goneOnly} onChange={(on) => setFilters({ goneOnly: on })} />
    </search>
  )
}

const periods = Object.entries(periodNames).map(([value, label]) => ({ value, label }))

function PeriodChoice() {
  const { period, from, to } = useAnalyticsFilters()
  const { setFilters } = useAnalyticsActions()
  return (
    <>
      <Select
        aria-label="Period"
        w={136}
        allowDeselect={false}
        data={periods}
        value={period}
        // The list has these values alone.
        onChange={(value) => value !== null && setFilters({ period: value as Period })}
      />
      {period === 'days' && (
        <PeriodFields
          labelled={false}
          width={132}
          from={from}
          to={to}
          onFrom={(day) => setFilters({ from: day })}
          onTo={(day) => setFilters({ to: day })}
        />
      )}
    </>
  )
}

function SiteField() {
  const { site } = useAnalyticsFilters()
  const { setFilters } = useAnalyticsActions()
  const sites = useSites().data ?? []
  return (
    <Select
      aria-label="Site"
      placeholder="Any site"
      clearable
      w={124}
      data={sites.map(({ id, name }) => ({ value: id, label: name }))}
      value={site}
      onChange={(value) => setFilters({ site: sites.find(({ id }) => id === value)?.id ?? null })}
    />
  )
}

const directions = callDirection.options.map((value) => ({ value, label: directionNames[value] }))
const dispositions = callDisposition.options.map((value) => ({ value, label: dispositionNames[value] }))

function CallFields() {
  const { direction, disposition } = useAnalyticsFilters()
  const { setFilters } = useAnalyticsActions()
  return (
    <>
      <Select
        aria-label="Direction"
        placeholder="Any direction"
        clearable
        w={126}
        data={directions}
        value={direction}
        onChange={(value) => setFilters({ direction: callDirection.safeParse(value).data ?? null })}
      />
      <Select
        aria-label="Outcome"
        placeholder="Any outcome"
        clearable
        w={122}
        data={dispositions}
        value={disposition}
        onChange={(value) => setFilters({ disposition: callDisposition.safeParse(value).data ?? null })}
      />
    </>
  )
}
