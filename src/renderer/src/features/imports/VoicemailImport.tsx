import { IconRecordMail } from '@tabler/icons-react'
import { Card } from '../../components/Card/Card.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { useChooseVoicemail, useGoesOn } from '../../data/imports.ts'
import { useWhenDone } from '../../data/useWhenDone.ts'
import { useChosenVoicemail } from '../../stores/begunVoicemailImport.ts'
import { LastImport } from './LastImport.tsx'
import { SourceChoice } from './SourceChoice.tsx'
import { UnknownSource } from './UnknownSource.tsx'
import { VoicemailImportResult } from './VoicemailImportResult.tsx'
import { VoicemailPreviewView } from './VoicemailPreviewView.tsx'

/** Voicemail of another system: say or let recognize what it is, look, import. */
export function VoicemailImport() {
  const { from, chosen, kind, setFrom, choose: setChosen } = useChosenVoicemail()
  const choose = useChooseVoicemail()
  const goesOn = useGoesOn('imports.voicemail')
  useWhenDone(choose, (found) => found !== null && setChosen(found))
  return (
    <Card title="Voicemail of another system" icon={<IconRecordMail size={16} />}>
      <SourceChoice
        from={from}
        recognized={from === null ? kind : null}
        chosen={chosen?.name ?? null}
        choosing={choose.isPending}
        onFrom={setFrom}
        onChoose={(take) => choose.mutate({ take, from })}
      />
      {choose.error !== null && <ErrorAlert title="The file dialog could not be opened" error={choose.error} />}
      {chosen !== null && kind === null && <UnknownSource name={chosen.name} />}
      {chosen !== null && kind !== null && !goesOn && (
        <VoicemailPreviewView
          key={`${chosen.grantId} ${kind}`}
          name={chosen.name}
          grantId={chosen.grantId}
          from={kind}
        />
      )}
      {(chosen === null || goesOn) && (
        <LastImport route="imports.voicemail" label="Importing messages" failed="The voicemail was not imported">
          {(result) => <VoicemailImportResult result={result} />}
        </LastImport>
      )}
    </Card>
  )
}
