import { IconBuilding } from '@tabler/icons-react'
import { useState } from 'react'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { Card } from '../../components/Card/Card.tsx'
import { FactList } from '../../components/FactList/FactList.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { useCompanySettings } from '../../data/company.ts'
import { useAppInfo, useTenant } from '../../data/tenant.ts'
import { formatCurrencyName } from '../../format/money.ts'
import { formatCount, formatQuantity } from '../../format/numbers.ts'
import { ChangeCompany } from './ChangeCompany.tsx'
import classes from './Settings.module.css'

/** The company, what it decides for everybody, and where its data lies. */
export function CompanyCard() {
  const tenant = useTenant()
  const info = useAppInfo()
  const settings = useCompanySettings()
  const [changing, setChanging] = useState(false)
  return (
    <Card
      title="Company"
      icon={<IconBuilding size={16} />}
      actions={
        <AllowedButton
          permission="manageCompany"
          variant="default"
          unavailable={settings.data === undefined ? 'The settings are not read yet' : null}
          onClick={() => setChanging(true)}
        >
          Change…
        </AllowedButton>
      }
    >
      <QueryView query={settings} failed="The settings could not be read">
        {({ name, idleLockMinutes, recordMonths, currency }) => (
          <>
            <FactList
              facts={[
                { label: 'Name', value: name },
                { label: 'Users', value: tenant.data === undefined ? null : formatCount(tenant.data.users) },
                { label: 'Idle lock', value: `After ${formatQuantity(idleLockMinutes, 'minute')}` },
                {
                  label: 'Retention',
                  value: `Other products' records: ${formatQuantity(recordMonths, 'month')} after a person left`,
                },
                { label: 'Bills in', value: formatCurrencyName(currency) },
                { label: 'Data folder', value: info.data?.dataFolder ?? null },
              ]}
            />
            {tenant.data?.kind === 'demo' && (
              <p className={classes.hint}>
                This is the demo company. To set up your own, start Offhook with another data folder: add{' '}
                <code>--data</code> and an empty folder to the command.
              </p>
            )}
            {changing && (
              <ChangeCompany
                settings={{ name, idleLockMinutes, recordMonths, currency }}
                onClose={() => setChanging(false)}
              />
            )}
          </>
        )}
      </QueryView>
    </Card>
  )
}
