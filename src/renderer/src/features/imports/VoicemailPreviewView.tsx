import { Button } from '@mantine/core'
import type { VoicemailImported } from '../../../../shared/imports/contract.ts'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { useImportVoicemail, useVoicemailPreview, type Granted } from '../../data/imports.ts'
import { formatQuantity } from '../../format/numbers.ts'
import { Counts } from './Counts.tsx'
import { FileNotes } from './FileNotes.tsx'
import { ImportProblem } from './ImportProblem.tsx'
import { ImportWork } from './ImportWork.tsx'
import { MailboxTable } from './MailboxTable.tsx'
import classes from './Imports.module.css'

export type VoicemailPreviewViewProps = { folder: Granted; onImported: (result: VoicemailImported) => void }

/** What is in the spool: mailboxes, which extensions are known, what is here already and what cannot be read. */
export function VoicemailPreviewView({ folder, onImported }: VoicemailPreviewViewProps) {
  const preview = useVoicemailPreview(folder.grantId)
  const importVoicemail = useImportVoicemail(folder.grantId)
  return (
    <QueryView query={preview} failed={`${folder.name} could not be read`}>
      {(data) => {
        const fresh = data.messages - data.alreadyHere
        return (
          <div className={classes.preview}>
            <div className={classes.summary}>
              <Counts
                counts={[
                  { label: 'Mailboxes', value: data.mailboxes.length },
                  { label: 'Messages', value: data.messages },
                  { label: 'Here already', value: data.alreadyHere },
                  { label: 'Skipped', value: data.skipped.length, alarming: true },
                  { label: 'Not readable', value: data.unreadable.length, alarming: true },
                ]}
              />
              {importVoicemail.isPending ? (
                <ImportWork label="Importing messages" />
              ) : (
                <ImportButton
                  fresh={fresh}
                  onImport={() => importVoicemail.mutate(undefined, { onSuccess: onImported })}
                />
              )}
            </div>
            {importVoicemail.isError && (
              <ImportProblem title="The voicemail was not imported" error={importVoicemail.error} />
            )}
            <MailboxTable mailboxes={data.mailboxes} />
            <FileNotes title="Skipped" files={data.skipped} />
            <FileNotes title="Not readable" files={data.unreadable} />
            <FileNotes title="Imported with a guess" files={data.notes} />
          </div>
        )
      }}
    </QueryView>
  )
}

function ImportButton({ fresh, onImport }: { fresh: number; onImport: () => void }) {
  if (fresh === 0) return <p className={classes.about}>No message is left to import.</p>
  return <Button onClick={onImport}>Import {formatQuantity(fresh, 'message')}</Button>
}
