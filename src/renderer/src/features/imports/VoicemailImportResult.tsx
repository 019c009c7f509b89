import { Button } from '@mantine/core'
import { Link } from 'wouter'
import type { VoicemailImported } from '../../../../shared/imports/contract.ts'
import { formatCount, formatQuantity } from '../../format/numbers.ts'
import { FileNotes } from './FileNotes.tsx'
import { ImportDone } from './ImportDone.tsx'

export function VoicemailImportResult({ result }: { result: VoicemailImported }) {
  const { imported, alreadyHere, skipped, unreadable, extensionsCreated, notes } = result
  const detail = [
    `${formatCount(alreadyHere)} were here already, ${formatCount(skipped.length)} skipped, ${formatCount(unreadable.length)} not readable.`,
    ...(extensionsCreated.length === 0 ? [] : [`Extensions created, free: ${extensionsCreated.join(', ')}.`]),
  ]
  return (
    <ImportDone
      title={`${formatQuantity(imported, 'message')} imported`}
      detail={detail.join(' ')}
      action={
        <Button component={Link} href="/users">
          Show users
        </Button>
      }
    >
      <FileNotes title="Skipped" files={skipped} />
      <FileNotes title="Not readable" files={unreadable} />
      <FileNotes title="Imported with a guess" files={notes} />
    </ImportDone>
  )
}
