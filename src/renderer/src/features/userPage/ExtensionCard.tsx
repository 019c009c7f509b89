import { IconPhone } from '@tabler/icons-react'
import type { Inventory } from '../../../../shared/offboarding/inventory.ts'
import { Card } from '../../components/Card/Card.tsx'
import { EmailText } from '../../components/FactList/EmailText.tsx'
import { FactList } from '../../components/FactList/FactList.tsx'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'
import { DialCheck } from './DialCheck.tsx'
import classes from './UserPage.module.css'

/** The extension with its caller ID, emergency address and the dial check. */
export function ExtensionCard({ inventory }: { inventory: Inventory }) {
  const { extension } = inventory
  return (
    <Card title="Extension" icon={<IconPhone size={16} />}>
      {extension === null ? (
        <p className={classes.none}>The user has no extension. A reset freed it, or none was ever assigned.</p>
      ) : (
        <>
          <FactList
            facts={[
              { label: 'Number', value: extension.extensionNumber },
              { label: 'With site code', value: extension.fqExtensionNumber },
              { label: 'Caller ID name', value: extension.externalCallerIdName },
              {
                label: 'Caller ID number',
                value: extension.externalCallerIdNumber && formatPhoneNumber(extension.externalCallerIdNumber),
              },
              { label: 'Emergency address', value: extension.emergencyAddress },
              {
                label: 'Voicemail email',
                value: extension.voicemailEmail && <EmailText address={extension.voicemailEmail} />,
              },
              { label: 'Notification', value: extension.voicemailNotification },
            ]}
          />
          <DialCheck inventory={inventory} extensionNumber={extension.extensionNumber} />
        </>
      )}
    </Card>
  )
}
