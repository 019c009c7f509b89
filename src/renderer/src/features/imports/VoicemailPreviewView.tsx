import { Button } from '@mantine/core'
import type { GrantId } from '../../../../shared/ids.ts'
import type { VoicemailPreview, VoicemailSourceKind } from '../../../../shared/imports/contract.ts'
import { useKeepFocus } from '../../components/PageHeader/keepFocus.ts'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { useImportVoicemail, useLastImport, useVoicemailPreview } from '../../data/imports.ts'
import { formatQuantity } from '../../format/numbers.ts'
import { useBegunAnswers, useEndVoicemailImport } from '../../stores/begunVoicemailImport.ts'
import { Counts } from './Counts.tsx'
import { ImportProblem } from './ImportProblem.tsx'
import { ImportWork } from './ImportWork.tsx'
import { MailboxTable } from './MailboxTable.tsx'
import { Problems } from './Problems.tsx'
import { SourceFields } from './SourceFields.tsx'
import { wasCancelled } from '../../components/ErrorAlert/wasCancelled.ts'
import classes from './Imports.module.css'

export type VoicemailPreviewViewProps = {
  name: string
  grantId: GrantId
  from: VoicemailSourceKind
}

/** What is in a source: mailboxes, which extensions are known, what is here already and what cannot be read. */
export function VoicemailPreviewView({ name, grantId, from }: VoicemailPreviewViewProps) {
  const { answers, stopped, answer, stop, lookAgain } = useBegunAnswers()
  const end = useEndVoicemailImport()
  const source = { grantId, from, answers }
  const preview = useVoicemailPreview(source, { enabled: !stopped })
  const importVoicemail = useImportVoicemail(source, () => end(grantId))
  const last = useLastImport('imports.voicemail', grantId, from)
  if (!preview.isFetching && (preview.isError ? wasCancelled(preview.error) : preview.data === undefined))
    return (
      <div className={classes.preview}>
        {preview.isError && <ImportProblem title="" error={preview.error} />}
        <Button
          variant="default"
          onClick={() => {
            lookAgain()
            void preview.refetch()
          }}
        >
          Look again
        </Button>
      </div>
    )
  return (
    <QueryView
      query={preview}
      failed={`${name} could not be read`}
      skeleton={
        <div className={classes.preview}>
          <ImportWork label="Looking at the messages" cancel="Stop looking" onCancel={stop} />
        </div>
      }
    >
      {(data) => (
        <div className={classes.preview} aria-busy={preview.isPlaceholderData}>
          <div className={classes.summary}>
            <PreviewCounts preview={data} />
            {importVoicemail.isPending ? (
              <ImportWork label="Importing messages" cancel="Cancel import" total={data.found} />
            ) : (
              <ImportButton preview={data} onImport={() => importVoicemail.mutate()} />
            )}
          </div>
          {last?.status === 'error' && <ImportProblem title="The voicemail was not imported" error={last.error} />}
          <SourceFields fields={data.fields} disabled={importVoicemail.isPending} onChange={answer} />
          {data.mailboxCount > 0 && <MailboxTable mailboxes={data.mailboxes} mailboxCount={data.mailboxCount} />}
          <Problems told={data} />
        </div>
      )}
    </QueryView>
  )
}

/** New, here already, skipped and not readable add up to the messages. */
function PreviewCounts({ preview }: { preview: VoicemailPreview }) {
  return (
    <Counts
      counts={[
        { label: 'Mailboxes', value: preview.mailboxCount },
        { label: 'Messages', value: preview.found },
        { label: 'New', value: preview.messages - preview.alreadyHere },
        { label: 'Here already', value: preview.alreadyHere },
        { label: 'Skipped', value: preview.skipped },
        { label: 'Not readable', value: preview.unreadable, alarming: true },
        ...(preview.guessed === 0 ? [] : [{ label: 'Guesses', value: preview.guessed, alarming: true }]),
        ...(preview.unreadableFiles === 0
          ? []
          : [{ label: 'Other files not readable', value: preview.unreadableFiles, alarming: true }]),
        ...(preview.repairs === 0 ? [] : [{ label: 'Damaged here', value: preview.repairs, alarming: true }]),
        ...(preview.greetings === 0 ? [] : [{ label: 'Greetings', value: preview.greetings }]),
      ]}
    />
  )
}

type ImportButtonProps = { preview: VoicemailPreview; onImport: () => void }

function ImportButton({ preview, onImport }: ImportButtonProps) {
  const label = importLabel(preview)
  useKeepFocus()
  return label === null ? (
    <p className={classes.about}>Nothing is left to import.</p>
  ) : (
    <Button onClick={onImport}>{label}</Button>
  )
}

function importLabel({ messages, alreadyHere, greetings, repairs }: VoicemailPreview): string | null {
  const fresh = messages - alreadyHere
  if (fresh > 0) return `Import ${formatQuantity(fresh, 'message')}`
  if (greetings > 0) return `Import ${formatQuantity(greetings, 'greeting')}`
  return repairs > 0 ? `Repair ${formatQuantity(repairs, 'recording')}` : null
}
