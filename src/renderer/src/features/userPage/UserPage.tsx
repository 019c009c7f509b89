import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'

export function UserPage() {
  return <PageHeader title="User" />
}
