import { useState } from 'react'
import { PasswordField } from '../../components/PasswordField/PasswordField.tsx'
import {
  longestPassphrase,
  shortestPassphrase,
  strengthOf,
  type Strength,
} from '../../../../shared/archives/passphrase.ts'
import { useNotKept } from '../../components/OperatorFields/useNotKept.ts'
import { useSealArchive } from '../../data/packing.ts'
import classes from './Archives.module.css'
import type { ArchiveDialogProps } from './ForgetArchive.tsx'
import { PackDialog } from './PackDialog.tsx'

const hints: Readonly<Record<Strength, string>> = {
  tooShort: `At least ${shortestPassphrase} characters. Several words are easy to keep.`,
  weak: 'Weak: whoever gets the file can guess it. Add words.',
  fair: 'Fair. One more word makes it strong.',
  strong: 'Strong.',
}

/** Seals an archive with a passphrase that is typed twice. */
export function SealArchive({ archive, onClose }: ArchiveDialogProps) {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  useNotKept(() => {
    setPassphrase('')
    setAgain('')
  })
  const sealing = useSealArchive(archive.id)
  const strength = strengthOf(passphrase)
  const same = passphrase === again
  const seal = (): void => {
    setTried(true)
    if (strength !== 'tooShort' && same) sealing.mutate(passphrase)
  }
  return (
    <PackDialog
      title="Seal with a passphrase"
      confirm="Seal archive…"
      packing={sealing.isPending}
      packed={sealing.data ?? null}
      error={sealing.error}
      onPack={seal}
      onClose={onClose}
    >
      <p>
        One file that shows nothing but its size. Nobody can open it without the passphrase: keep it somewhere else than
        the file.
      </p>
      <p className={classes.dim}>
        To open it: <em>Open sealed archive…</em> on the Archives page of any Offhook, or the age program.
      </p>
      <PasswordField
        label="Passphrase"
        description={hints[strength]}
        maxLength={longestPassphrase}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase' }}
        data-autofocus
        readOnly={sealing.isPending}
        value={passphrase}
        error={tried && strength === 'tooShort' && 'The passphrase is too short.'}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <PasswordField
        label="Passphrase again"
        maxLength={longestPassphrase}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Show the repeated passphrase' }}
        readOnly={sealing.isPending}
        value={again}
        error={tried && !same && 'The two are not the same.'}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
    </PackDialog>
  )
}
