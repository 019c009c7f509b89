import { IconRecordMail } from '@tabler/icons-react'
import { useState } from 'react'
import type { VoicemailImported } from '../../../../shared/imports/contract.ts'
import { useChooseVoicemailFolder, type Granted } from '../../data/imports.ts'
import { ImportCard } from './ImportCard.tsx'
import { VoicemailImportResult } from './VoicemailImportResult.tsx'
import { VoicemailPreviewView } from './VoicemailPreviewView.tsx'

type Stage = { kind: 'none' } | { kind: 'preview'; folder: Granted } | { kind: 'result'; result: VoicemailImported }

/** Voicemail from the spool of an Asterisk: choose, look, import. */
export function VoicemailImport() {
  const [stage, setStage] = useState<Stage>({ kind: 'none' })
  const choose = useChooseVoicemailFolder()
  const onChoose = (): void =>
    choose.mutate(undefined, { onSuccess: (folder) => folder !== null && setStage({ kind: 'preview', folder }) })
  return (
    <ImportCard
      title="Voicemail from Asterisk"
      icon={<IconRecordMail size={16} />}
      about="The voicemail spool of an Asterisk server or a copy of it, usually the folder var/spool/asterisk/voicemail. It is only read; nothing in it changes."
      choose="Choose spool folder…"
      chosen={stage.kind === 'preview' ? stage.folder.name : null}
      choosing={choose.isPending}
      chooseError={choose.error}
      onChoose={onChoose}
    >
      {stage.kind === 'preview' && (
        <VoicemailPreviewView
          key={stage.folder.grantId}
          folder={stage.folder}
          onImported={(result) => setStage({ kind: 'result', result })}
        />
      )}
      {stage.kind === 'result' && <VoicemailImportResult result={stage.result} />}
    </ImportCard>
  )
}
