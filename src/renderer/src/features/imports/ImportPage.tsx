import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'

export function ImportPage() {
  return <PageHeader title="Import" />
}
