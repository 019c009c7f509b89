import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { ExtensionPicker } from '../../../../components/ExtensionPicker/ExtensionPicker.tsx'
import look from '../../choices.module.css'
import type { StepProps } from '../../stepProps.ts'

type Kind = StepProps['choices']['voicemail']['kind']

const originals = [
  {
    value: 'keep',
    label: 'Leave them on the extension',
    description: 'Whoever gets the extension next hears them only if you allow it.',
  },
  {
    value: 'forward',
    label: 'Move them to another extension',
    description: 'A colleague hears them from now on.',
  },
  {
    value: 'delete',
    label: 'Delete them from the extension',
    description: 'Cannot be undone. The archive is then the only place that has them.',
  },
] as const satisfies readonly { value: Kind; label: string; description: string }[]

const problem = 'Choose the extension that gets the voicemails.'

/** What becomes of the messages on the extension, after they are in the archive. */
export function OriginalsChoice({ choices, inventory, change, setOpen, kindOf, problemOf }: StepProps) {
  const [kind, setKind] = useState<Kind>(kindOf('voicemail') === 'forward' ? 'forward' : choices.voicemail.kind)
  const target = choices.voicemail.kind === 'forward' ? choices.voicemail.extensionNumber : null

  function choose(next: Kind): void {
    setKind(next)
    // Until an extension is named, the plan leaves the originals where they are.
    change({ voicemail: { kind: next === 'forward' ? 'keep' : next } })
    setOpen('voicemail', next === 'forward' ? problem : null, next)
  }
  function aim(extensionNumber: string | null): void {
    change({ voicemail: extensionNumber === null ? { kind: 'keep' } : { kind: 'forward', extensionNumber } })
    setOpen('voicemail', extensionNumber === null ? problem : null, 'forward')
  }

  return (
    <Stack gap="xs">
      <Radio.Group
        label="What becomes of the originals"
        value={kind}
        onChange={(value) => choose(value === 'forward' || value === 'delete' ? value : 'keep')}
      >
        <Stack gap={6} mt={6}>
          {originals.map((one) => (
            <Radio key={one.value} size="xs" classNames={{ description: look.description! }} {...one} />
          ))}
        </Stack>
      </Radio.Group>
      {kind === 'forward' && (
        <ExtensionPicker
          label="Extension that gets the voicemails"
          value={target}
          except={inventory.extension?.extensionNumber ?? null}
          problem={problemOf('voicemail')}
          onChange={aim}
        />
      )}
    </Stack>
  )
}
