import { Tooltip } from '@mantine/core'
import { IconUserMinus } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import type { SignedInOperator } from '../../../shared/operators/model.ts'
import { AllowedButton } from '../components/AllowedButton/AllowedButton.tsx'
import { Truncated } from '../components/Truncated/Truncated.tsx'
import { useStart } from '../components/UserMenu/useStart.ts'
import { useRefusals } from '../data/session.ts'
import { useNarrow } from '../theme/useNarrow.ts'
import { OperatorMenu } from './OperatorMenu.tsx'
import { places, type Place } from './places.ts'
import classes from './Rail.module.css'

type RailProps = { company: string; demo: boolean; operator: SignedInOperator }

/** The left rail: the company, the one big action, the pages, and who is signed in. In a narrow window icons, named by tooltips. */
export function Rail({ company, demo, operator }: RailProps) {
  const start = useStart()
  const refusal = useRefusals()
  const narrow = useNarrow()
  const shown = places.filter(({ needs }) => needs === undefined || needs.some((one) => refusal(one) === null))
  const label = 'Offboard someone'
  return (
    <aside className={classes.rail} data-narrow={narrow} aria-label="Offhook">
      <div className={classes.company}>
        <Truncated text={company} className={classes.companyName} />
        <span className={classes.companyKind}>{demo ? 'Demo company' : 'Phone system'}</span>
      </div>
      <AllowedButton
        permission="offboard"
        fullWidth
        size="sm"
        {...(narrow
          ? { px: 0, tip: label, 'aria-label': label }
          : { leftSection: <IconUserMinus size={16} aria-hidden /> })}
        onClick={() => start('offboard', null)}
      >
        {narrow ? <IconUserMinus size={17} aria-hidden /> : label}
      </AllowedButton>
      <nav aria-label="Pages" className={classes.places}>
        {shown.map((place) => (
          <PlaceLink key={place.href} place={place} narrow={narrow} />
        ))}
      </nav>
      <OperatorMenu operator={operator} narrow={narrow} />
    </aside>
  )
}

function PlaceLink({ place, narrow }: { place: Place; narrow: boolean }) {
  const [location] = useLocation()
  const { href, label, icon: PlaceIcon, alsoUnder = [] } = place
  const here = location === href || [`${href}/`, ...alsoUnder].some((path) => location.startsWith(path))
  return (
    <Tooltip label={label} position="right" disabled={!narrow}>
      <Link href={href} className={classes.place} {...(here && { 'aria-current': 'page' })}>
        <PlaceIcon size={17} stroke={1.75} aria-hidden />
        <span className={narrow ? 'visuallyHidden' : undefined}>{label}</span>
      </Link>
    </Tooltip>
  )
}
