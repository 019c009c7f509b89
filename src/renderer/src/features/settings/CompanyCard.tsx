import { IconBuilding } from '@tabler/icons-react'
import { Card } from '../../components/Card/Card.tsx'
import { FactList } from '../../components/FactList/FactList.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { useAppInfo, useTenant } from '../../data/tenant.ts'
import { formatCount } from '../../format/numbers.ts'
import classes from './Settings.module.css'

/** The company, where its data lies, and who works on it. */
export function CompanyCard() {
  const tenant = useTenant()
  const info = useAppInfo()
  return (
    <Card title="Company" icon={<IconBuilding size={16} />}>
      <QueryView query={info} failed="The settings could not be read">
        {({ dataFolder }) => (
          <>
            <FactList
              facts={[
                { label: 'Name', value: tenant.data?.name ?? null },
                { label: 'Users', value: tenant.data === undefined ? null : formatCount(tenant.data.users) },
                { label: 'Data folder', value: dataFolder },
              ]}
            />
            {tenant.data?.kind === 'demo' && (
              <p className={classes.hint}>
                This is the demo company. To set up your own, start Offhook with another data folder: add{' '}
                <code>--data</code> and an empty folder to the command.
              </p>
            )}
          </>
        )}
      </QueryView>
    </Card>
  )
}
