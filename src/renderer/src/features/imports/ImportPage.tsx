import { IconInfoCircle } from '@tabler/icons-react'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { useTenant } from '../../data/tenant.ts'
import { UsersImport } from './UsersImport.tsx'
import { VoicemailImport } from './VoicemailImport.tsx'
import classes from './Imports.module.css'

/** Real data in: users first, then the voicemail of their extensions. */
export function ImportPage() {
  const tenant = useTenant()
  const justSetUp = tenant.data?.kind === 'own' && tenant.data.users <= 1
  return (
    <>
      <PageHeader title="Import" subtitle="Users and voicemail of another system, checked before anything changes." />
      <PageBody width="reading">
        {justSetUp && (
          <p className={classes.hint}>
            <IconInfoCircle size={16} aria-hidden />
            {tenant.data?.name} is set up and has no users yet. Import users first; voicemail then finds their
            extensions.
          </p>
        )}
        <UsersImport />
        <VoicemailImport />
      </PageBody>
    </>
  )
}
