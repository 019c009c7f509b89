import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { fullName, type Inventory } from '../../../../shared/offboarding/inventory.ts'
import { mayDial } from '../../../../shared/phoneSystem/rules.ts'
import { VerdictLine } from './VerdictLine.tsx'
import classes from './UserPage.module.css'

/** Whether a number could be dialed from this extension now; nothing is called. */
export function DialCheck({ inventory, extensionNumber }: { inventory: Inventory; extensionNumber: string }) {
  const [dialed, setDialed] = useState('')
  const { user } = inventory
  const verdict = mayDial(
    {
      extensionNumber,
      user: { name: fullName(user), status: user.status, licensed: inventory.licences.length > 0 },
      hasActiveDevice: inventory.devices.some(({ status }) => status === 'ACTIVE' || status === 'BINDED'),
    },
    dialed,
  )
  return (
    <div className={classes.dialCheck}>
      <TextInput
        label="Dial check"
        description="Whether a number could be dialed from here now. Nothing is called."
        placeholder="911 or +1 212 555 0134"
        value={dialed}
        maxLength={32}
        onChange={(event) => setDialed(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {dialed.trim() !== '' && (
          <VerdictLine
            allowed={verdict.allowed}
            text={verdict.allowed ? 'Can be dialed' : 'Cannot be dialed'}
            reason={verdict.reason}
          />
        )}
      </div>
    </div>
  )
}
