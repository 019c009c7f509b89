import {
  IconArchive,
  IconFileImport,
  IconPhoneOff,
  IconSettings,
  IconShieldSearch,
  IconUserMinus,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import type { SignedInOperator } from '../../../shared/operators/model.ts'
import { AllowedButton } from '../components/AllowedButton/AllowedButton.tsx'
import type { Permission } from '../../../shared/operators/permissions.ts'
import { Truncated } from '../components/Truncated/Truncated.tsx'
import { useStart } from '../components/UserMenu/useStart.ts'
import { useRefusals } from '../data/session.ts'
import { OperatorMenu } from './OperatorMenu.tsx'
import classes from './Rail.module.css'

type Place = {
  href: string
  label: string
  icon: Icon
  alsoUnder?: readonly string[]
  /** Shown to whoever has one of these. */
  needs?: readonly Permission[]
}

type RailProps = { company: string; demo: boolean; operator: SignedInOperator }

const places: readonly Place[] = [
  { href: '/offboarding', label: 'Offboarding', icon: IconPhoneOff, alsoUnder: ['/offboard/', '/runs/'] },
  { href: '/users', label: 'Users', icon: IconUsers },
  { href: '/archives', label: 'Archives', icon: IconArchive },
  { href: '/import', label: 'Import', icon: IconFileImport },
  { href: '/audit', label: 'Audit', icon: IconShieldSearch, needs: ['viewAudit', 'readChatAudit'] },
  { href: '/settings', label: 'Settings', icon: IconSettings },
]

/** The left rail: the company, the one big action, the pages, and who is signed in. */
export function Rail({ company, demo, operator }: RailProps) {
  const [location] = useLocation()
  const start = useStart()
  const refusal = useRefusals()
  const shown = places.filter(({ needs }) => needs === undefined || needs.some((one) => refusal(one) === null))
  return (
    <aside className={classes.rail} aria-label="Offhook">
      <div className={classes.company}>
        <Truncated text={company} className={classes.companyName} />
        <span className={classes.companyKind}>{demo ? 'Demo company' : 'Phone system'}</span>
      </div>
      <AllowedButton
        permission="offboard"
        fullWidth
        size="sm"
        leftSection={<IconUserMinus size={16} aria-hidden />}
        onClick={() => start('offboard', null)}
      >
        Offboard someone
      </AllowedButton>
      <nav aria-label="Pages" className={classes.places}>
        {shown.map(({ href, label, icon: PlaceIcon, alsoUnder = [] }) => {
          const here = location === href || [`${href}/`, ...alsoUnder].some((path) => location.startsWith(path))
          return (
            <Link key={href} href={href} className={classes.place} {...(here && { 'aria-current': 'page' })}>
              <PlaceIcon size={17} stroke={1.75} aria-hidden />
              {label}
            </Link>
          )
        })}
      </nav>
      <OperatorMenu operator={operator} />
    </aside>
  )
}
