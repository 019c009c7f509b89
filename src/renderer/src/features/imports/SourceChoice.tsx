import { NativeSelect } from '@mantine/core'
import { IconFile, IconFolderOpen } from '@tabler/icons-react'
import type { VoicemailSourceKind } from '../../../../shared/imports/contract.ts'
import { voicemailSources } from '../../../../shared/imports/voicemailSources.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import classes from './Imports.module.css'

export type SourceChoiceProps = {
  /** What the operator says it is; null: it is recognized. */
  from: VoicemailSourceKind | null
  /** What it was recognized as. */
  recognized: VoicemailSourceKind | null
  /** The name of what was chosen. */
  chosen: string | null
  choosing: boolean
  onFrom: (from: VoicemailSourceKind | null) => void
  onChoose: (take: 'folder' | 'file') => void
}

const byItself = 'Detect automatically'

/** Where the voicemail comes from, and the buttons that ask for it. */
export function SourceChoice({ from, recognized, chosen, choosing, onFrom, onChoose }: SourceChoiceProps) {
  const source = voicemailSources.find(({ kind }) => kind === from)
  const takes = takesOf(from)
  const variant = chosen === null ? 'filled' : 'default'
  return (
    <>
      <p className={classes.about}>
        Every source is looked at first and only read; nothing in it changes, and importing it again adds nothing twice.
      </p>
      <div className={classes.source}>
        <NativeSelect
          label="From"
          value={from ?? ''}
          data={[
            { value: '', label: byItself },
            ...voicemailSources.map(({ kind, name }) => ({ value: kind, label: name })),
          ]}
          onChange={(event) => onFrom(kindOf(event.currentTarget.value))}
        />
        <p className={classes.about}>
          {source?.about ?? `Can be detected: ${voicemailSources.map(({ name }) => name).join(' · ')}`}
        </p>
      </div>
      <div className={classes.choose}>
        {takes.folder && (
          <AllowedButton
            permission="importData"
            variant={variant}
            leftSection={<IconFolderOpen size={15} aria-hidden />}
            loading={choosing}
            onClick={() => onChoose('folder')}
          >
            Choose folder…
          </AllowedButton>
        )}
        {takes.file && (
          <AllowedButton
            permission="importData"
            variant={takes.folder ? 'default' : variant}
            leftSection={<IconFile size={15} aria-hidden />}
            loading={choosing}
            onClick={() => onChoose('file')}
          >
            Choose file…
          </AllowedButton>
        )}
        {chosen !== null && (
          <span className={classes.chosen}>
            {chosen}
            {recognized !== null && ` · ${voicemailSources.find(({ kind }) => kind === recognized)!.name}`}
          </span>
        )}
      </div>
    </>
  )
}

function takesOf(from: VoicemailSourceKind | null): { folder: boolean; file: boolean } {
  const meant = voicemailSources.filter(({ kind }) => from === null || kind === from)
  return {
    folder: meant.some(({ takes }) => takes.folder),
    file: meant.some(({ takes }) => takes.endings.length > 0),
  }
}

function kindOf(value: string): VoicemailSourceKind | null {
  return voicemailSources.find(({ kind }) => kind === value)?.kind ?? null
}
