import { Checkbox, SimpleGrid, TextInput } from '@mantine/core'
import { newProfile, type NewProfile } from '../../../../shared/offboarding/choices.ts'
import classes from './ProfileFields.module.css'

export const emptyProfile: NewProfile = {
  userName: '',
  firstName: '',
  lastName: '',
  primaryEmail: '',
  oldRecords: 'hide',
}

const fields: readonly { name: Exclude<keyof NewProfile, 'oldRecords'>; label: string; rule: string }[] = [
  { name: 'firstName', label: 'First name', rule: '1 to 128 characters' },
  { name: 'lastName', label: 'Last name', rule: '1 to 128 characters' },
  { name: 'userName', label: 'User name', rule: '3 to 70 letters, digits or . @ - _ /' },
  { name: 'primaryEmail', label: 'Email', rule: 'Enter an email address, such as name@example.com.' },
]

type ProfileFieldsProps = {
  profile: NewProfile
  /** What is still empty is wrong only after the first try. */
  tried?: boolean
  onChange: (profile: NewProfile) => void
}

/** The new profile for a free extension, and whether its user hears and sees what is on it from before. */
export function ProfileFields({ profile, tried = false, onChange }: ProfileFieldsProps) {
  const wrong = new Set(newProfile.safeParse(profile).error?.issues.map((issue) => issue.path[0]))
  return (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
      {fields.map(({ name, label, rule }, index) => (
        <TextInput
          key={name}
          data-autofocus={index === 0 || undefined}
          label={label}
          value={profile[name]}
          autoComplete="off"
          error={(tried || profile[name] !== '') && wrong.has(name) ? rule : undefined}
          onChange={(event) => onChange({ ...profile, [name]: event.currentTarget.value })}
        />
      ))}
      <Checkbox
        label="Hide old voicemails and calls from the new person"
        description="They stay on the extension; administrators alone hear and see them."
        checked={profile.oldRecords === 'hide'}
        onChange={(event) => onChange({ ...profile, oldRecords: event.currentTarget.checked ? 'hide' : 'handOver' })}
        classNames={{ root: classes.row!, label: classes.label!, description: classes.description! }}
      />
    </SimpleGrid>
  )
}
