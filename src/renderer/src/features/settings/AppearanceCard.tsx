import { SegmentedControl } from '@mantine/core'
import { IconPalette } from '@tabler/icons-react'
import { theme } from '../../../../shared/preferences/contract.ts'
import { Card } from '../../components/Card/Card.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { usePreferences, useSetTheme } from '../../data/preferences.ts'

const names = { system: 'Same as system', light: 'Light', dark: 'Dark' } as const

export function AppearanceCard() {
  const preferences = usePreferences()
  const setTheme = useSetTheme()
  return (
    <Card title="Theme" icon={<IconPalette size={16} />}>
      {setTheme.isError && <ErrorAlert title="The theme was not changed" error={setTheme.error} />}
      <QueryView query={preferences} failed="The preferences could not be read">
        {(data) => (
          <SegmentedControl
            aria-label="Theme"
            size="sm"
            data={theme.options.map((value) => ({ value, label: names[value] }))}
            value={data.theme}
            onChange={(value) => setTheme.mutate(theme.parse(value))}
          />
        )}
      </QueryView>
    </Card>
  )
}
