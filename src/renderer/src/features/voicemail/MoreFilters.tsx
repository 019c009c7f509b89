import { Button, Popover, Select, TextInput } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { audioFormat, formatNames } from '../../../../shared/voicemail/model.ts'
import { PeriodFields } from '../../components/PeriodFields/PeriodFields.tsx'
import { useVoicemailFacets } from '../../data/voicemail.ts'
import { useVoicemailActions, useVoicemailView, type VoicemailFilters } from '../../stores/voicemailView.ts'
import classes from './Voicemail.module.css'

const inside = ['caller', 'from', 'until', 'folder', 'format'] as const satisfies readonly (keyof VoicemailFilters)[]

/** Caller, days, folder and format; the button says how many of them are set. */
export function MoreFilters() {
  const { filters } = useVoicemailView()
  const set = inside.filter((key) => filters[key] !== undefined).length
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus portalProps={{ target: '#main' }}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={15} aria-hidden />}>
          {set === 0 ? 'More filters' : `More filters (${set})`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="More filters">
        <Fields />
      </Popover.Dropdown>
    </Popover>
  )
}

function Fields() {
  const { filters } = useVoicemailView()
  const { setFilter } = useVoicemailActions()
  const { data: facets } = useVoicemailFacets()
  const orNone = (text: string): string | undefined => (text === '' ? undefined : text)
  return (
    <div className={classes.more}>
      <TextInput
        label="Caller"
        placeholder="Part of a name or number"
        maxLength={200}
        value={filters.caller ?? ''}
        onChange={(event) => setFilter({ caller: orNone(event.currentTarget.value) })}
      />
      <div className={classes.days}>
        <PeriodFields
          from={filters.from ?? ''}
          to={filters.until ?? ''}
          onFrom={(day) => setFilter({ from: orNone(day) })}
          onTo={(day) => setFilter({ until: orNone(day) })}
        />
      </div>
      <Select
        label="Folder"
        placeholder="Any folder"
        clearable
        comboboxProps={{ withinPortal: false }}
        data={facets?.folders ?? []}
        value={filters.folder ?? null}
        onChange={(folder) => setFilter({ folder: folder ?? undefined })}
      />
      <Select
        label="Format"
        placeholder="Any format"
        clearable
        comboboxProps={{ withinPortal: false }}
        data={(facets?.formats ?? []).map((value) => ({ value, label: formatNames[value] }))}
        value={filters.format ?? null}
        onChange={(format) => setFilter({ format: audioFormat.safeParse(format).data })}
      />
    </div>
  )
}
