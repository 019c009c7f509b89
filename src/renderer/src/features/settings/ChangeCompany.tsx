import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { companySettings, type CompanySettings } from '../../../../shared/company/contract.ts'
import { FormModal } from '../../components/FormModal/FormModal.tsx'
import { useChangeCompany } from '../../data/company.ts'
import { formatCurrencyName } from '../../format/money.ts'

type Draft = { [F in keyof CompanySettings]: string | number }
const problems: Readonly<Record<keyof CompanySettings, string>> = {
  name: 'Enter a name of at most 100 characters.',
  idleLockMinutes: 'Enter a whole number from 1 to 480.',
  recordMonths: 'Enter a whole number from 1 to 120.',
  currency: 'Choose a currency.',
}

export function ChangeCompany({ settings, onClose }: { settings: CompanySettings; onClose: () => void }) {
  const change = useChangeCompany()
  const [draft, setDraft] = useState<Draft>(settings)
  const [tried, setTried] = useState(false)
  const submit = (): void => {
    setTried(true)
    const typed = companySettings.safeParse(draft)
    if (typed.success) change.mutate(typed.data)
  }
  const field = (name: keyof CompanySettings) => ({
    size: 'sm' as const,
    value: draft[name],
    error: tried && !companySettings.shape[name].safeParse(draft[name]).success && problems[name],
  })
  const whole = { allowDecimal: false, allowNegative: false, clampBehavior: 'none' as const, hideControls: true }
  return (
    <FormModal title="Company settings" confirm="Save" change={change} onSubmit={submit} onClose={onClose}>
      <TextInput
        {...field('name')}
        label="Company name"
        data-autofocus
        maxLength={100}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <NumberInput
        {...field('idleLockMinutes')}
        {...whole}
        label="Idle lock (minutes)"
        description="The window locks after this time without activity."
        onChange={(idleLockMinutes) => setDraft({ ...draft, idleLockMinutes })}
      />
      <NumberInput
        {...field('recordMonths')}
        {...whole}
        label="Retention (months)"
        description="Other products' records are deleted this long after a person left; a shorter time deletes at the next daily sweep. Chat, calls and bills stay."
        onChange={(recordMonths) => setDraft({ ...draft, recordMonths })}
      />
      <NativeSelect
        {...field('currency')}
        label="Currency of the bills"
        description="What the amounts of the billing records are in. Nothing is converted."
        data={currencies()}
        onChange={(event) => setDraft({ ...draft, currency: event.currentTarget.value })}
      />
    </FormModal>
  )
}

function currencies(): { value: string; label: string }[] {
  return Intl.supportedValuesOf('currency').map((value) => ({ value, label: formatCurrencyName(value) }))
}
