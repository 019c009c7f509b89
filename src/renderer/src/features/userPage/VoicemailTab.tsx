import type { Inventory } from '../../../../shared/offboarding/inventory.ts'
import { VoicemailList } from '../../components/VoicemailList/VoicemailList.tsx'
import { formatBytes } from '../../format/bytes.ts'
import { formatTotalDuration } from '../../format/durations.ts'
import { formatQuantity } from '../../format/numbers.ts'
import classes from './UserPage.module.css'

/** The messages on the extension, with their totals and a player. */
export function VoicemailTab({ inventory: { extension, voicemail } }: { inventory: Inventory }) {
  if (extension === null) return <p className={classes.none}>Voicemail belongs to an extension; the user has none.</p>
  return (
    <>
      <p className={classes.totals}>
        {[
          formatQuantity(voicemail.count, 'message'),
          formatQuantity(voicemail.unread, 'unread', 'unread'),
          ...(voicemail.urgent === 0 ? [] : [formatQuantity(voicemail.urgent, 'urgent', 'urgent')]),
          formatTotalDuration(voicemail.seconds),
          formatBytes(voicemail.bytes),
        ].join(' · ')}
        . They belong to extension {extension.extensionNumber}, not to the person.
      </p>
      <VoicemailList source={{ kind: 'extension', extensionId: extension.id }} />
    </>
  )
}
