import type { SoundPlace } from '../../../../shared/listen/contract.ts'
import { AudioPlayer } from '../AudioPlayer/AudioPlayer.tsx'
import { mediaAddress } from '../AudioPlayer/mediaAddress.ts'
import { greetingName } from './greetingName.ts'
import classes from './GreetingList.module.css'

/** seconds is 0 where it is not known; the player then learns it from the sound. */
export type ListedGreeting = { kind: string; seconds: number; place: SoundPlace }

/** The greetings of an extension or an archive, each with its player; or a sentence that there are none. */
export function GreetingList({ greetings, none }: { greetings: readonly ListedGreeting[]; none: string }) {
  if (greetings.length === 0) return <p className={classes.none}>{none}</p>
  return (
    <ul className={classes.greetings}>
      {greetings.map(({ kind, seconds, place }) => (
        <li key={mediaAddress(place)} className={classes.greeting}>
          <span className={classes.name}>{greetingName(kind)}</span>
          <AudioPlayer
            place={place}
            label={`${greetingName(kind).toLowerCase()} greeting`}
            seconds={seconds}
            autoPlay={false}
            steps={null}
          />
        </li>
      ))}
    </ul>
  )
}
