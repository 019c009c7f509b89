import { Button } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { longestPassphrase } from '../../../../shared/archives/passphrase.ts'
import { focusFirstWrong } from '../../components/FormModal/focusFirstWrong.ts'
import { useNotKept } from '../../components/OperatorFields/useNotKept.ts'
import { PasswordField } from '../../components/PasswordField/PasswordField.tsx'
import { useStopUnsealing, type useUnseal } from '../../data/unsealing.ts'
import classes from './Archives.module.css'
import { UnsealPlaces, type SealedSource } from './UnsealPlaces.tsx'
import { isWrongPassphrase, UnsealProblem } from './UnsealProblem.tsx'
import { UnsealWork } from './UnsealWork.tsx'
import { useTargetFolder } from '../../data/useTargetFolder.ts'

type UnsealFormProps = SealedSource & { opening: ReturnType<typeof useUnseal>; onClose: () => void }

/** Asks for the passphrase of a sealed file, and says how far its opening is or why it failed. */
export function UnsealForm({ opening, onClose, ...source }: UnsealFormProps) {
  const [passphrase, setPassphrase] = useState('')
  const [tried, setTried] = useState(false)
  useNotKept(() => setPassphrase(''))
  const { isPending, reset } = opening
  const target = useTargetFolder(reset)
  const { grantId } = source.file
  // What was wrong with another file is wrong no longer.
  const error = opening.variables?.file === grantId ? opening.error : null
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (isWrongPassphrase(error)) focusFirstWrong(form.current)
  }, [error])
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstWrong(event.currentTarget)
    if (passphrase !== '' && target.folder !== undefined && !isPending)
      opening.mutate({ file: grantId, folder: target.folder.grantId, passphrase })
  }
  const type = (typed: string): void => {
    setPassphrase(typed)
    setTried(false)
    if (opening.isError) reset()
  }
  const missing = tried && passphrase === '' && !isPending
  return (
    <form ref={form} className={classes.dialog} onSubmit={submit} noValidate>
      <UnsealPlaces {...source} target={target} busy={isPending} />
      <PasswordField
        label="Passphrase"
        description="The one with which the file was sealed."
        maxLength={longestPassphrase}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase' }}
        data-autofocus
        readOnly={isPending}
        value={passphrase}
        error={isWrongPassphrase(error) ? error.message : missing && 'Type the passphrase.'}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <UnsealProblem error={error} />
      {isPending && <UnsealWork />}
      <Buttons busy={isPending} onClose={onClose} />
    </form>
  )
}

function Buttons({ busy, onClose }: { busy: boolean; onClose: () => void }) {
  const stop = useStopUnsealing()
  return (
    <div className={classes.formButtons}>
      {busy ? (
        <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
          Stop
        </Button>
      ) : (
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      )}
      <Button type="submit" loading={busy}>
        Open archive
      </Button>
    </div>
  )
}
