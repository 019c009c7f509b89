import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useDialCheck } from '../../../data/users.ts'
import { ErrorAlert } from '../../../components/ErrorAlert/ErrorAlert.tsx'
import { VerdictLine } from '../VerdictLine.tsx'
import classes from '../UserPage.module.css'

/** Whether a number could be dialed from an extension now; nothing is called. */
export function DialCheck({ extensionNumber }: { extensionNumber: string }) {
  const [dialed, setDialed] = useState('')
  const typed = dialed.trim()
  const check = useDialCheck(extensionNumber, typed)
  return (
    <>
      <TextInput
        label={`Dial check from extension ${extensionNumber}`}
        description="Whether a number could be dialed from there now. Nothing is called."
        placeholder="911 or +1 212 555 0134"
        value={dialed}
        maxLength={32}
        onChange={(event) => setDialed(event.currentTarget.value)}
      />
      <div aria-live="polite" className={classes.dialVerdict}>
        {typed !== '' && check.data !== undefined && (
          <VerdictLine
            allowed={check.data.allowed}
            text={check.data.allowed ? 'Can be dialed' : 'Cannot be dialed'}
            reason={check.data.reason}
          />
        )}
        {check.isError && <ErrorAlert title="The number could not be checked" error={check.error} />}
      </div>
    </>
  )
}
