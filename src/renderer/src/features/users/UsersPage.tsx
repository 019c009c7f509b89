import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'

export function UsersPage() {
  return <PageHeader title="Users" />
}
