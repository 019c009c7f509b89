import { IconMapPin } from '@tabler/icons-react'
import { useState } from 'react'
import type { SiteRow } from '../../../../shared/company/contract.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { Card } from '../../components/Card/Card.tsx'
import { ConfirmModal } from '../../components/ConfirmModal/ConfirmModal.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { useSiteChange, useSites } from '../../data/company.ts'
import { SiteForm } from './SiteForm.tsx'
import { SiteTable } from './SiteTable.tsx'

/** Where the company's users and extensions are. */
export function SitesCard() {
  const sites = useSites()
  const [editing, setEditing] = useState<{ site: SiteRow | null } | null>(null)
  const [removing, setRemoving] = useState<SiteRow | null>(null)
  return (
    <Card
      title="Sites"
      icon={<IconMapPin size={16} />}
      actions={
        <AllowedButton permission="manageCompany" variant="default" onClick={() => setEditing({ site: null })}>
          Add site…
        </AllowedButton>
      }
    >
      <QueryView query={sites} failed="The sites could not be read">
        {(rows) => <SiteTable rows={rows} onChange={(site) => setEditing({ site })} onRemove={setRemoving} />}
      </QueryView>
      {editing !== null && <SiteForm site={editing.site} onClose={() => setEditing(null)} />}
      {removing !== null && <RemoveSite site={removing} onClose={() => setRemoving(null)} />}
    </Card>
  )
}

function RemoveSite({ site, onClose }: { site: SiteRow; onClose: () => void }) {
  const remove = useSiteChange('company.removeSite')
  return (
    <ConfirmModal
      opened
      danger
      title={`Remove ${site.name}?`}
      confirm="Remove site"
      change={remove}
      onConfirm={() => remove.mutate({ siteId: site.id })}
      onClose={onClose}
    >
      Nothing lies at this site any more. It is no longer offered for users and extensions.
    </ConfirmModal>
  )
}
