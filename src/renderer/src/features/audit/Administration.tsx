import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconShieldCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { actionLabel } from '../../../../shared/audit/actions.ts'
import type { AuditEntry, AuditFilter } from '../../../../shared/audit/model.ts'
import { tellSaved } from '../../components/ErrorAlert/tellSaved.ts'
import { ExportButton } from '../../components/ListTools/ExportButton.tsx'
import { PeriodFields } from '../../components/PeriodFields/PeriodFields.tsx'
import { SearchSelect } from '../../components/SearchSelect/SearchSelect.tsx'
import { useAuditFacets, useExportAudit, useNoEntries, useVerifyAudit } from '../../data/audit.ts'
import { noFields, useEntryFields, type EntryFields } from '../../stores/auditView.ts'
import classes from './Audit.module.css'
import { AuditList } from './AuditList.tsx'
import { dayEnd, dayStart, given } from './dayRange.ts'
import { EntryDrawer } from './EntryDrawer.tsx'
import { AuditVerdict } from './AuditVerdict.tsx'

/** Every action of every operator and run, with filters, a verification of the chain, and an export. */
export function Administration() {
  const [typed, setTyped] = useEntryFields()
  const [text] = useDebouncedValue(typed.text.trim(), 150)
  const [opened, setOpened] = useState<AuditEntry | null>(null)
  const { operator, action, from, until } = typed
  const filter = useMemo(
    () =>
      given<AuditFilter>({
        operator: operator ?? undefined,
        action: action ?? undefined,
        text,
        from: dayStart(from),
        until: dayEnd(until),
      }),
    [operator, action, text, from, until],
  )
  const verify = useVerifyAudit()
  return (
    <>
      <search className={classes.tools} aria-label="Audit entries">
        <Filters typed={typed} onChange={setTyped} />
        <div className={classes.push}>
          <Button
            variant="default"
            leftSection={<IconShieldCheck size={15} aria-hidden />}
            loading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            Verify
          </Button>
          <ExportEntries filter={filter} />
        </div>
      </search>
      <AuditVerdict verify={verify} />
      <AuditList filter={filter} onClear={isNarrowed(typed) ? () => setTyped(noFields) : null} onOpen={setOpened} />
      {opened !== null && <EntryDrawer entry={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

function isNarrowed(fields: EntryFields): boolean {
  return Object.values(fields).some((value) => value !== null && value !== '')
}

function Filters({ typed, onChange }: { typed: EntryFields; onChange: (change: Partial<EntryFields>) => void }) {
  const { data } = useAuditFacets()
  const actions = (data?.actions ?? []).map((value) => ({ value, label: actionLabel(value) }))
  return (
    <>
      <SearchSelect
        label="Operator"
        placeholder="Anybody"
        clearable
        w={180}
        data={data?.operators ?? []}
        value={typed.operator}
        onChange={(operator) => onChange({ operator })}
      />
      <SearchSelect
        label="Action"
        placeholder="Any action"
        clearable
        w={200}
        data={actions.toSorted((a, b) => a.label.localeCompare(b.label))}
        value={typed.action}
        onChange={(action) => onChange({ action })}
      />
      <TextInput
        label="Words"
        placeholder="Name, number, reason"
        w={200}
        maxLength={200}
        value={typed.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <div className={classes.days}>
        <PeriodFields
          width={136}
          from={typed.from}
          to={typed.until}
          onFrom={(from) => onChange({ from })}
          onTo={(until) => onChange({ until })}
        />
      </div>
    </>
  )
}

function ExportEntries({ filter }: { filter: AuditFilter }) {
  const save = useExportAudit()
  const empty = useNoEntries(filter)
  const onClick = (): void =>
    tellSaved(save.mutateAsync(filter), {
      saved: ({ fileName }) => `Audit saved as ${fileName}`,
      failed: 'The audit was not exported',
    })
  return <ExportButton permission="viewAudit" empty={empty} loading={save.isPending} onClick={onClick} />
}
