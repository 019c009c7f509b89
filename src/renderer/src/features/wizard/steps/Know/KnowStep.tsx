import { ThemeIcon } from '@mantine/core'
import {
  IconChartBar,
  IconClockX,
  IconDeviceLandlinePhone,
  IconHash,
  IconLogin2,
  IconMessages,
  IconRecordMail,
  IconUsersGroup,
  IconUserX,
  type Icon,
} from '@tabler/icons-react'
import type { Effect } from '../../../../../../shared/offboarding/effects.ts'
import type { Inventory } from '../../../../../../shared/offboarding/inventory.ts'
import { Truncated } from '../../../../components/Truncated/Truncated.tsx'
import { considerations, type Topic } from './considerations.ts'
import { PersonFacts } from './PersonFacts.tsx'
import classes from './KnowStep.module.css'

const icons: Readonly<Record<Topic, Icon>> = {
  voicemail: IconRecordMail,
  number: IconHash,
  signIn: IconLogin2,
  devices: IconDeviceLandlinePhone,
  groups: IconUsersGroup,
  account: IconUserX,
  analytics: IconChartBar,
  chat: IconMessages,
  products: IconClockX,
}

/** Who this is, and the things to consider before anything is decided. */
export function KnowStep({ inventory, effects }: { inventory: Inventory; effects: readonly Effect[] | null }) {
  return (
    <>
      <PersonFacts inventory={inventory} />
      <h3 className={classes.title}>Things to consider</h3>
      <ul className={classes.topics}>
        {considerations(inventory, effects).map(({ topic, title, text }) => {
          const TopicIcon = icons[topic]
          return (
            <li key={topic} className={classes.topic}>
              <ThemeIcon variant="light" color="gray" size={28} aria-hidden>
                <TopicIcon size={18} />
              </ThemeIcon>
              <div className={classes.words}>
                <Truncated text={title} className={classes.what} />
                <div>{text}</div>
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}
