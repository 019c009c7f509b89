import { Group, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { readOutsideNumber } from '../../../../../../shared/phoneNumbers.ts'
import type { StepProps } from '../../stepProps.ts'
import { ExtensionPicker } from '../../../../components/ExtensionPicker/ExtensionPicker.tsx'
import { useUnfinishedForward } from '../../../../stores/unfinishedForward.ts'
import classes from './NumberStep.module.css'

type Kind = 'leave' | 'extension' | 'outside'

const problems: Readonly<Record<Kind, string | null>> = {
  leave: null,
  extension: 'Choose the extension that calls are forwarded to.',
  outside: 'Enter the outside number that calls are forwarded to.',
}

function asKind(value: string | null): Kind | null {
  return value === 'extension' || value === 'outside' ? value : null
}

function chosenKind(to: string | null): Kind {
  if (to === null) return 'leave'
  return to.startsWith('+') ? 'outside' : 'extension'
}

/** Where calls to the extension go from now on; set before deactivation, because nothing can be set afterwards. */
export function ForwardCalls({ choices, inventory, change, setOpen, kindOf, problemOf }: StepProps) {
  const to = choices.forwardCalls
  const [kind, setKind] = useState<Kind>(asKind(kindOf('forwardCalls')) ?? chosenKind(to))
  const [unfinished, keepUnfinished] = useUnfinishedForward(inventory.user.id)
  const [typed, setTyped] = useState(to?.startsWith('+') === true ? to : unfinished)

  function settle(target: string | null, now: Kind): void {
    change({ forwardCalls: target })
    setOpen('forwardCalls', target === null ? problems[now] : null, now)
  }
  function choose(next: Kind): void {
    setKind(next)
    setTyped('')
    keepUnfinished('')
    settle(null, next)
  }
  function type(text: string): void {
    setTyped(text)
    const number = readOutsideNumber(text)
    keepUnfinished(number === null ? text : '')
    settle(number, 'outside')
  }

  return (
    <Radio.Group
      label={`Calls to extension ${inventory.extension?.extensionNumber ?? ''}`}
      value={kind}
      onChange={(value) => choose(asKind(value) ?? 'leave')}
    >
      <Group gap="lg" mt={6}>
        <Radio size="xs" value="leave" label="Leave as they are" />
        <Radio size="xs" value="extension" label="Forward to an extension" />
        <Radio size="xs" value="outside" label="Forward to an outside number" />
      </Group>
      <p className={classes.consequence}>
        {kind === 'leave'
          ? 'Callers reach an extension that nobody answers, once the person is deactivated.'
          : 'All calls to the extension go on from here. This replaces the forwarding rules of the person.'}
      </p>
      {kind === 'extension' && (
        <ExtensionPicker
          label="Forward calls to"
          value={to !== null && !to.startsWith('+') ? to : null}
          except={inventory.extension?.extensionNumber ?? null}
          problem={problemOf('forwardCalls')}
          onChange={(extension) => settle(extension, 'extension')}
        />
      )}
      {kind === 'outside' && (
        <TextInput
          w={240}
          label="Outside number"
          placeholder="+1 212 555 0134"
          description="With country code, beginning with +."
          value={typed}
          error={typed !== '' && to === null ? 'Not a complete number with country code' : problemOf('forwardCalls')}
          onChange={(event) => type(event.currentTarget.value)}
        />
      )}
    </Radio.Group>
  )
}
