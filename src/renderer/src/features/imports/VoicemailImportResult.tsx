import { Button } from '@mantine/core'
import { Link } from 'wouter'
import type { VoicemailImported } from '../../../../shared/imports/contract.ts'
import { formatCount, formatQuantity } from '../../format/numbers.ts'
import { useVoicemailActions } from '../../stores/voicemailView.ts'
import { ImportDone } from './ImportDone.tsx'
import { Problems } from './Problems.tsx'

/** What an import took, and what it did not. */
export function VoicemailImportResult({ result }: { result: VoicemailImported }) {
  const { show } = useVoicemailActions()
  return (
    <ImportDone
      title={titleOf(result)}
      detail={detailOf(result)}
      action={
        <Button component={Link} href="/voicemail" onClick={() => show({})}>
          Show voicemail
        </Button>
      }
    >
      <Problems told={result} />
    </ImportDone>
  )
}

/** An import that only repairs is not told as one of nothing. */
function titleOf({ imported, repaired }: VoicemailImported): string {
  return imported === 0 && repaired > 0
    ? `${formatQuantity(repaired, 'damaged recording')} repaired`
    : `${formatQuantity(imported, 'message')} imported`
}

function detailOf(result: VoicemailImported): string {
  const { imported, repaired, greetings, extensionsCreated, extensionCount } = result
  const more = extensionCount - extensionsCreated.length
  return [
    ...(greetings === 0 ? [] : [`${formatQuantity(greetings, 'greeting')} too.`]),
    ...(repaired === 0 || imported === 0 ? [] : [`${formatQuantity(repaired, 'damaged recording')} repaired.`]),
    countsOf(result),
    ...(extensionCount === 0
      ? []
      : [
          `Extensions created, free: ${extensionsCreated.join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}.`,
        ]),
  ].join(' ')
}

function countsOf({ found, imported, alreadyHere, skipped, unreadable, unreadableFiles }: VoicemailImported): string {
  const parts = `${formatCount(imported)} imported, ${formatCount(alreadyHere)} here already, ${formatCount(skipped)} skipped, ${formatCount(unreadable)} not readable.`
  const others = unreadableFiles === 0 ? '' : ` ${formatQuantity(unreadableFiles, 'other file')} not readable.`
  return `${formatQuantity(found, 'message')} found: ${parts}${others}`
}
