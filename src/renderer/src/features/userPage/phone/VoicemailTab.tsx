import { PageBody } from '../../../components/PageHeader/PageBody.tsx'
import { VoicemailLink } from '../../../components/VoicemailLink/VoicemailLink.tsx'
import { VoicemailList } from '../../../components/VoicemailList/VoicemailList.tsx'
import { formatBytes } from '../../../format/bytes.ts'
import { formatTotalDuration } from '../../../format/durations.ts'
import { formatCount, formatQuantity } from '../../../format/numbers.ts'
import type { TabProps } from '../tabProps.ts'
import { useFreedExtension } from '../useFreedExtension.ts'
import { LeftVoicemail } from './LeftVoicemail.tsx'
import { NoExtension } from './NoExtension.tsx'
import classes from '../UserPage.module.css'

/** The messages on the extension, with their totals and a player. */
export function VoicemailTab({ inventory: { extension, voicemail, user } }: TabProps) {
  const freed = useFreedExtension(user.id)
  if (extension === null)
    return (
      <PageBody>
        <NoExtension user={user} />
        {freed !== null && <LeftVoicemail runId={freed.runId} />}
      </PageBody>
    )
  return (
    <PageBody>
      <p className={classes.totals}>
        {[
          formatQuantity(voicemail.count, 'message'),
          `${formatCount(voicemail.unread)} not heard`,
          ...(voicemail.urgent === 0 ? [] : [formatQuantity(voicemail.urgent, 'urgent', 'urgent')]),
          formatTotalDuration(voicemail.seconds),
          formatBytes(voicemail.bytes),
        ].join(' · ')}
        . They belong to extension {extension.extensionNumber}, not to the person.{' '}
        <VoicemailLink filters={{ extension: extension.extensionNumber }}>Open in Voicemail</VoicemailLink>
      </p>
      <VoicemailList source={{ kind: 'extension', extensionId: extension.id }} around={400} />
    </PageBody>
  )
}
