import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'

export function SettingsPage() {
  return <PageHeader title="Settings" />
}
