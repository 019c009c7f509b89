import { IconInfoCircle } from '@tabler/icons-react'
import { Card } from '../../components/Card/Card.tsx'
import { FactList } from '../../components/FactList/FactList.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { useAppInfo } from '../../data/tenant.ts'

const platformNames: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }

export function AboutCard() {
  const info = useAppInfo()
  return (
    <Card title="About Offhook" icon={<IconInfoCircle size={16} />}>
      <QueryView query={info} failed="The version could not be read">
        {({ version, platform }) => (
          <FactList
            facts={[
              { label: 'Version', value: version },
              { label: 'Platform', value: platformNames[platform] ?? platform },
            ]}
          />
        )}
      </QueryView>
    </Card>
  )
}
