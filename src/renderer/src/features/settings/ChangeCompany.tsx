import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { companySettings, type CompanySettings } from '../../../../shared/company/contract.ts'
import { FormModal } from '../../components/FormModal/FormModal.tsx'
import { useAskNextSweep, useChangeCompany } from '../../data/company.ts'
import { useWhenDone } from '../../data/useWhenDone.ts'
import { formatCurrencyName } from '../../format/money.ts'
import { ShorterRetention, type Deleted } from './ShorterRetention.tsx'

type Draft = { [F in keyof CompanySettings]: string | number }
const problems: Readonly<Record<keyof CompanySettings, string>> = {
  name: 'Enter a name of at most 100 characters.',
  idleLockMinutes: 'Enter a whole number from 1 to 480.',
  recordMonths: 'Enter a whole number from 1 to 120.',
  currency: 'Choose a currency.',
}

export function ChangeCompany({ settings, onClose }: { settings: CompanySettings; onClose: () => void }) {
  const change = useChangeCompany()
  const ask = useAskNextSweep()
  const [draft, setDraft] = useState<Draft>(settings)
  const [tried, setTried] = useState(false)
  const [deleted, setDeleted] = useState<Deleted | null>(null)
  const save = (): void => {
    setDeleted(null)
    change.mutate(companySettings.parse(draft))
  }
  const submit = (): void => {
    setTried(true)
    const typed = companySettings.safeParse(draft)
    if (!typed.success) return
    if (typed.data.recordMonths < settings.recordMonths) ask.mutate(typed.data.recordMonths)
    else save()
  }
  useWhenDone(ask, (answer) => (answer.people === 0 ? save() : setDeleted(answer)))
  const asked = deleted !== null
  return (
    <>
      <FormModal
        title="Company settings"
        confirm="Save"
        change={{
          ...change,
          isPending: change.isPending || ask.isPending,
          isError: change.isError || ask.isError,
          error: change.error ?? ask.error,
        }}
        onSubmit={submit}
        // Escape is for the question above it.
        onClose={asked ? () => undefined : onClose}
      >
        <CompanyFields draft={draft} tried={tried} onChange={setDraft} />
      </FormModal>
      <ShorterRetention
        months={Number(draft.recordMonths)}
        deleted={deleted}
        change={change}
        onConfirm={save}
        onClose={() => setDeleted(null)}
      />
    </>
  )
}

type CompanyFieldsProps = { draft: Draft; tried: boolean; onChange: (draft: Draft) => void }

function CompanyFields({ draft, tried, onChange }: CompanyFieldsProps) {
  const field = (name: keyof CompanySettings) => ({
    size: 'sm' as const,
    value: draft[name],
    error: tried && !companySettings.shape[name].safeParse(draft[name]).success && problems[name],
  })
  const whole = { allowDecimal: false, allowNegative: false, clampBehavior: 'none' as const, hideControls: true }
  return (
    <>
      <TextInput
        {...field('name')}
        label="Company name"
        data-autofocus
        maxLength={100}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <NumberInput
        {...field('idleLockMinutes')}
        {...whole}
        label="Idle lock (minutes)"
        description="The window locks after this time without activity."
        onChange={(idleLockMinutes) => onChange({ ...draft, idleLockMinutes })}
      />
      <NumberInput
        {...field('recordMonths')}
        {...whole}
        label="Retention (months)"
        description="Other products' records are deleted this long after a person left; a shorter time deletes at the next daily sweep. Chat, calls and bills stay."
        onChange={(recordMonths) => onChange({ ...draft, recordMonths })}
      />
      <NativeSelect
        {...field('currency')}
        label="Currency of the bills"
        description="What the amounts of the billing records are in. Nothing is converted."
        data={currencies()}
        onChange={(event) => onChange({ ...draft, currency: event.currentTarget.value })}
      />
    </>
  )
}

function currencies(): { value: string; label: string }[] {
  return Intl.supportedValuesOf('currency').map((value) => ({ value, label: formatCurrencyName(value) }))
}
