import { IconRecordMail } from '@tabler/icons-react'
import { useState } from 'react'
import type { VoicemailImported, VoicemailSourceKind } from '../../../../shared/imports/contract.ts'
import { Card } from '../../components/Card/Card.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { useChooseVoicemail, type Granted } from '../../data/imports.ts'
import { SourceChoice } from './SourceChoice.tsx'
import { UnknownSource } from './UnknownSource.tsx'
import { VoicemailImportResult } from './VoicemailImportResult.tsx'
import { VoicemailPreviewView } from './VoicemailPreviewView.tsx'

type Chosen = Granted & { kinds: readonly VoicemailSourceKind[] }
type Stage = { kind: 'none' } | { kind: 'chosen'; chosen: Chosen } | { kind: 'result'; result: VoicemailImported }

/** Voicemail of another system: say or let recognize what it is, look, import. */
export function VoicemailImport() {
  const [from, setFrom] = useState<VoicemailSourceKind | null>(null)
  const [stage, setStage] = useState<Stage>({ kind: 'none' })
  const choose = useChooseVoicemail()
  const chosen = stage.kind === 'chosen' ? stage.chosen : null
  const kind = from ?? chosen?.kinds[0] ?? null
  const onChoose = (take: 'folder' | 'file'): void =>
    choose.mutate(
      { take, from },
      { onSuccess: (found) => found !== null && setStage({ kind: 'chosen', chosen: found }) },
    )
  return (
    <Card title="Voicemail of another system" icon={<IconRecordMail size={16} />}>
      <SourceChoice
        from={from}
        recognized={from === null ? kind : null}
        chosen={chosen?.name ?? null}
        choosing={choose.isPending}
        onFrom={setFrom}
        onChoose={onChoose}
      />
      {choose.error !== null && <ErrorAlert title="The file dialog could not be opened" error={choose.error} />}
      {chosen !== null && kind === null && <UnknownSource name={chosen.name} />}
      {chosen !== null && kind !== null && (
        <VoicemailPreviewView
          key={`${chosen.grantId} ${kind}`}
          name={chosen.name}
          grantId={chosen.grantId}
          from={kind}
          onImported={(result) => setStage({ kind: 'result', result })}
        />
      )}
      {stage.kind === 'result' && <VoicemailImportResult result={stage.result} />}
    </Card>
  )
}
