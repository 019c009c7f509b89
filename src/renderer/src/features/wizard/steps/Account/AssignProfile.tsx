import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { newProfile, type NewProfile } from '../../../../../../shared/offboarding/choices.ts'
import { emptyProfile, ProfileFields } from '../../../../components/ProfileFields/ProfileFields.tsx'
import { UndoMark } from '../../UndoMark.tsx'
import type { StepProps } from '../../stepProps.ts'
import look from '../../choices.module.css'
import classes from './AccountStep.module.css'

/** The freed extension, with the numbers kept on it, gets a new user profile. */
export function AssignProfile({ choices, change, setOpen, extension }: StepProps & { extension: string }) {
  const [wanted, setWanted] = useState(choices.assignProfile !== null)
  const [profile, setProfile] = useState<NewProfile>(choices.assignProfile ?? emptyProfile)

  function take(next: NewProfile, on: boolean): void {
    const parsed = newProfile.safeParse(next)
    setProfile(next)
    setWanted(on)
    change({ assignProfile: on && parsed.success ? parsed.data : null })
    setOpen('assignProfile', on && !parsed.success ? 'Complete the new profile, or leave the extension free.' : null)
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
            <ProfileFields profile={profile} onChange={(next) => take(next, true)} />
          </div>
        )}
      </div>
      <UndoMark undo="counterplan" />
    </div>
  )
}
