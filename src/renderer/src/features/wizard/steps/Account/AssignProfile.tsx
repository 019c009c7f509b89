import { Checkbox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { newProfile, type NewProfile } from '../../../../../../shared/offboarding/choices.ts'
import { emptyProfile, ProfileFields } from '../../../../components/ProfileFields/ProfileFields.tsx'
import { useKeepUnfinishedProfile, useUnfinishedProfile } from '../../../../stores/unfinishedProfile.ts'
import { UndoMark } from '../../UndoMark.tsx'
import type { StepProps } from '../../stepProps.ts'
import look from '../../choices.module.css'
import classes from './AccountStep.module.css'

/** The freed extension, with the numbers kept on it, gets a new user profile. */
export function AssignProfile(props: StepProps & { extension: string }) {
  const { choices, change, setOpen, problemOf, extension } = props
  const { id: userId } = props.inventory.user
  const unfinished = useUnfinishedProfile(userId)
  const keepUnfinished = useKeepUnfinishedProfile()
  const [wanted, setWanted] = useState(choices.assignProfile !== null || unfinished !== null)
  const [profile, setProfile] = useState<NewProfile>(choices.assignProfile ?? unfinished ?? emptyProfile)
  const open = unfinished !== null
  useEffect(
    () => setOpen('assignProfile', open ? 'Complete the new profile, or leave the extension free.' : null),
    [open, setOpen],
  )

  function take(next: NewProfile, on: boolean): void {
    const parsed = newProfile.safeParse(next)
    setProfile(next)
    setWanted(on)
    keepUnfinished(on && !parsed.success ? { userId, profile: next } : null)
    change({ assignProfile: on && parsed.success ? parsed.data : null })
  }

  return (
    <div className={classes.decision}>
      <div className={classes.wide}>
        <Checkbox
          label={`Give extension ${extension} to a new person`}
          description="After the reset the extension, and the numbers kept on it, get a new user profile. Otherwise it stays free."
          checked={wanted}
          onChange={(event) => take(profile, event.currentTarget.checked)}
          classNames={{ label: look.label!, description: look.description! }}
        />
        {wanted && (
          <div className={classes.form}>
            <ProfileFields
              profile={profile}
              tried={problemOf('assignProfile') !== null}
              onChange={(next) => take(next, true)}
            />
          </div>
        )}
      </div>
      <UndoMark undo="counterplan" />
    </div>
  )
}
