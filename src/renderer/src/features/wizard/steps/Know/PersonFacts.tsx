import { fullName, type Inventory } from '../../../../../../shared/offboarding/inventory.ts'
import { Truncated } from '../../../../components/Truncated/Truncated.tsx'
import { formatDay } from '../../../../format/dates.ts'
import classes from './KnowStep.module.css'

/** The person at a glance, so that nobody offboards a namesake. */
export function PersonFacts({ inventory }: { inventory: Inventory }) {
  const { user, extension } = inventory
  const facts: [string, string][] = [
    ['Name', fullName(user)],
    ['User name', user.userName],
    ['Extension', extension?.extensionNumber ?? 'None'],
    ['Job', [user.jobTitle, user.department].filter((part) => part !== '').join(', ')],
    ['Site', user.site],
    ['Status', statusNames[user.status]],
    ['Leaves on', user.leavesOn === null ? 'No day set' : formatDay(user.leavesOn)],
    ['Licenses', inventory.licences.map((licence) => licence.name).join(', ') || 'None'],
  ]
  return (
    <dl className={classes.facts}>
      {facts.map(([term, value]) => (
        <div key={term} className={classes.fact}>
          <dt>{term}</dt>
          <dd>
            <Truncated text={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const statusNames = { ACTIVE: 'Active', INACTIVE: 'Deactivated', DELETED: 'Deleted' } as const
