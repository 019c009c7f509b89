import { IconLicense, IconPhone } from '@tabler/icons-react'
import type { Inventory } from '../../../../../shared/offboarding/inventory.ts'
import { Card } from '../../../components/Card/Card.tsx'
import { EmailText } from '../../../components/FactList/EmailText.tsx'
import { FactList } from '../../../components/FactList/FactList.tsx'
import { formatPhoneNumber } from '../../../format/phoneNumbers.ts'
import { CardTab } from '../../../components/Card/CardTab.tsx'
import { DevicesCard } from '../../../components/PhoneCards/DevicesCard.tsx'
import { ItemList } from '../../../components/ItemList/ItemList.tsx'
import type { TabProps } from '../tabProps.ts'
import { NoExtension } from './NoExtension.tsx'

export function ExtensionTab({ inventory }: TabProps) {
  const { extension, devices, licences, user } = inventory
  return (
    <CardTab>
      <Card title="Extension" icon={<IconPhone size={16} />}>
        {extension === null ? <NoExtension user={user} /> : <ExtensionFacts extension={extension} />}
      </Card>
      <DevicesCard
        devices={devices}
        none={extension === null ? 'Devices belong to an extension.' : 'No device is assigned.'}
      />
      <Card title="Licenses" icon={<IconLicense size={16} />} count={licences.length}>
        <ItemList
          none="No license is assigned."
          items={licences.map(({ id, name, country }) => ({ key: id, name, detail: country }))}
        />
      </Card>
    </CardTab>
  )
}

function ExtensionFacts({ extension }: { extension: NonNullable<Inventory['extension']> }) {
  const { externalCallerIdNumber, voicemailEmail } = extension
  return (
    <FactList
      facts={[
        { label: 'Number', value: extension.extensionNumber },
        { label: 'With site code', value: extension.fqExtensionNumber },
        { label: 'Caller ID name', value: extension.externalCallerIdName },
        { label: 'Caller ID number', value: externalCallerIdNumber && formatPhoneNumber(externalCallerIdNumber) },
        { label: 'Emergency address', value: extension.emergencyAddress },
        { label: 'Voicemail email', value: voicemailEmail && <EmailText address={voicemailEmail} /> },
        { label: 'Notification', value: extension.voicemailNotification },
      ]}
    />
  )
}
