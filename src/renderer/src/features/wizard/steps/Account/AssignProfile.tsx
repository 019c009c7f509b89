import { Checkbox, SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import { newProfile, type NewProfile } from '../../../../../../shared/offboarding/choices.ts'
import { UndoMark } from '../../UndoMark.tsx'
import type { StepProps } from '../../stepProps.ts'
import look from '../../choices.module.css'
import classes from './AccountStep.module.css'

const empty: NewProfile = { userName: '', firstName: '', lastName: '', primaryEmail: '', oldRecords: 'handOver' }

const fields: readonly { name: Exclude<keyof NewProfile, 'oldRecords'>; label: string; rule: string }[] = [
  { name: 'firstName', label: 'First name', rule: '2 to 128 characters' },
  { name: 'lastName', label: 'Last name', rule: '2 to 30 characters' },
  { name: 'userName', label: 'User name', rule: '3 to 70 letters, digits or . @ - _ /' },
  { name: 'primaryEmail', label: 'E-mail', rule: 'An e-mail address' },
]

/** The freed extension, with the numbers kept on it, gets a new user profile. */
export function AssignProfile({ choices, change, setOpen, extension }: StepProps & { extension: string }) {
  const [wanted, setWanted] = useState(choices.assignProfile !== null)
  const [profile, setProfile] = useState<NewProfile>(choices.assignProfile ?? empty)
  const wrong = new Set(newProfile.safeParse(profile).error?.issues.map((issue) => issue.path[0]))

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
          <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs" className={classes.form}>
            {fields.map(({ name, label, rule }) => (
              <TextInput
                key={name}
                label={label}
                value={profile[name]}
                autoComplete="off"
                error={profile[name] !== '' && wrong.has(name) ? rule : undefined}
                onChange={(event) => take({ ...profile, [name]: event.currentTarget.value }, true)}
              />
            ))}
            <Checkbox
              label="Hide what is on the extension"
              description="Old voicemails and the call list are seen by administrators alone, not by the new person."
              checked={profile.oldRecords === 'hide'}
              onChange={(event) =>
                take({ ...profile, oldRecords: event.currentTarget.checked ? 'hide' : 'handOver' }, true)
              }
              classNames={{ root: classes.wholeRow!, label: look.label!, description: look.description! }}
            />
          </SimpleGrid>
        )}
      </div>
      <UndoMark undo="counterplan" />
    </div>
  )
}
