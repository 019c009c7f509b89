import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'

export function ArchivesPage() {
  return <PageHeader title="Archives" />
}
