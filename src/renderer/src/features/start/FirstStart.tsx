import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'

export function FirstStart() {
  return <PageHeader title="Welcome to Offhook" />
}
