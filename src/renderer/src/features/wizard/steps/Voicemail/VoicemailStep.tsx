import { Checkbox, Group, Stack } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { archivable, type Archivable } from '../../../../../../shared/offboarding/choices.ts'
import type { TargetFolder } from '../../../../data/useTargetFolder.ts'
import { formatCount } from '../../../../format/numbers.ts'
import { VoicemailList } from '../../../../components/VoicemailList/VoicemailList.tsx'
import { Note } from '../../Note.tsx'
import type { StepProps } from '../../stepProps.ts'
import { ArchiveFolder } from '../../../../components/ArchiveFolder/ArchiveFolder.tsx'
import { OriginalsChoice } from './OriginalsChoice.tsx'

const archivableLabels: Readonly<Record<Archivable, string>> = {
  calls: 'Call list',
  contacts: 'Contacts',
  meetings: 'Meetings',
  preferences: 'Preferences',
  greetings: 'Greetings',
}

function everyMessage(count: number): string {
  if (count === 1) return 'The one voicemail message is'
  return count === 2 ? 'Both voicemail messages are' : `All ${formatCount(count)} voicemail messages are`
}

/** Hear what is there, decide what becomes of the originals, and what else goes into the archive. */
export function VoicemailStep({ target, ...props }: StepProps & { target: TargetFolder }) {
  const { choices, inventory, change } = props
  const { count } = inventory.voicemail
  return (
    <Stack gap="md">
      <Note icon={<IconShieldCheck size={16} aria-hidden />}>
        {count === 0
          ? 'No voicemail message lies on the extension. The archive keeps the proof of that.'
          : `${everyMessage(count)} saved, read back and proven before anything is moved or removed.`}
      </Note>
      {inventory.extension !== null && count > 0 && (
        <VoicemailList source={{ kind: 'extension', extensionId: inventory.extension.id }} around={720} />
      )}
      {count > 0 && <OriginalsChoice {...props} />}
      <Checkbox.Group
        label="What else goes into the archive"
        value={choices.archive.include}
        onChange={(include) =>
          change({ archive: { include: archivable.options.filter((one) => include.includes(one)) } })
        }
      >
        <Group mt={6} gap="lg">
          {archivable.options.map((one) => (
            <Checkbox key={one} value={one} label={archivableLabels[one]} />
          ))}
        </Group>
      </Checkbox.Group>
      <ArchiveFolder target={target} />
    </Stack>
  )
}
