import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SiteRow } from '../../../../shared/company/contract.ts'
import { FormModal } from '../../components/FormModal/FormModal.tsx'
import { useSiteChange } from '../../data/company.ts'

/** Adds a site, or changes the given one. */
export function SiteForm({ site, onClose }: { site: SiteRow | null; onClose: () => void }) {
  const add = useSiteChange('company.addSite')
  const change = useSiteChange('company.changeSite')
  const [name, setName] = useState(site?.name ?? '')
  const [timezone, setTimezone] = useState(site?.timezone ?? ownZone())
  const [tried, setTried] = useState(false)
  const submit = (): void => {
    setTried(true)
    if (name.trim() === '') return
    if (site === null) add.mutate({ name, timezone })
    else change.mutate({ siteId: site.id, name, timezone })
  }
  return (
    <FormModal
      title={site === null ? 'Add site' : `Change ${site.name}`}
      confirm={site === null ? 'Add site' : 'Save'}
      change={site === null ? add : change}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        data-autofocus
        size="sm"
        maxLength={100}
        value={name}
        error={tried && name.trim() === '' && 'Enter a name.'}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label="Time zone"
        size="sm"
        value={timezone}
        data={[...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', timezone])].toSorted()}
        onChange={(event) => setTimezone(event.currentTarget.value)}
      />
    </FormModal>
  )
}

function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
