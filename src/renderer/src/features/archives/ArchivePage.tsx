import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'

export function ArchivePage() {
  return <PageHeader title="Archive" />
}
