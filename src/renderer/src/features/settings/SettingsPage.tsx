import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { AboutCard } from './AboutCard.tsx'
import { AppearanceCard } from './AppearanceCard.tsx'
import { ArchiveFolderCard } from './ArchiveFolderCard.tsx'
import { CompanyCard } from './CompanyCard.tsx'
import { SitesCard } from './SitesCard.tsx'
import { OperatorsCard } from './OperatorsCard.tsx'

export function SettingsPage() {
  return (
    <>
      <PageHeader title="Settings" />
      <PageBody width="reading">
        <CompanyCard />
        <SitesCard />
        <OperatorsCard />
        <ArchiveFolderCard />
        <AppearanceCard />
        <AboutCard />
      </PageBody>
    </>
  )
}
