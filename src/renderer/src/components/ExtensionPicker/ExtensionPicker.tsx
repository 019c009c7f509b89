import { Select } from '@mantine/core'
import { useState } from 'react'
import type { ExtensionRow } from '../../../../shared/extensions/model.ts'
import { useExtensionChoices } from '../../data/extensions.ts'

export type ExtensionPickerProps = {
  label: string
  value: string | null
  /** The one that cannot take over from itself. */
  except: string | null
  /** Whether a free extension will do. */
  free?: boolean
  /** Takes the focus in a dialog. */
  first?: boolean
  /** Why what is chosen does not do, or null. */
  problem?: string | null
  onChange: (extensionNumber: string | null) => void
}

/** The extension of an active person who stays, or a free one where that will do; one of nobody can be typed. */
export function ExtensionPicker({
  label,
  value,
  except,
  free = false,
  first,
  problem = null,
  onChange,
}: ExtensionPickerProps) {
  // What was chosen before the field was drawn is looked up by its number, until the list gives it its label.
  const [search, setSearch] = useState(value ?? '')
  const term = value !== null && isLabelOf(value, search) ? value : search.trim()
  const { extensions, error, searching, settled } = useExtensionChoices(term, free ? {} : { state: 'assigned' })
  const exact = ({ extensionNumber }: ExtensionRow): number => (extensionNumber === term ? 0 : 1)
  const found = extensions
    .filter((one) => one.extensionNumber !== except)
    // Whoever types a whole extension means that one, also while the answer to fewer digits is still shown.
    .toSorted((a, b) => exact(a) - exact(b))
  // Whether an extension was found is known when the answer is there; until then it has no other label than its own.
  const offered = options(found, settled && term !== except ? term : '', { searching, free })
  const usable = offered.filter(({ disabled }) => disabled !== true)
  const only = usable.length === 1 && settled ? usable[0]! : null
  const typing = value === null ? search !== '' : term !== value
  return (
    <Select
      label={label}
      data-autofocus={first}
      placeholder="Name or extension"
      // Nothing is marked by typing: what is shown may still be the answer to what was typed before.
      searchable
      clearable
      // The list lies over the sentence that led here; a key or a click opens it.
      openOnFocus={problem === null}
      // What is chosen is marked when typing opens the list: Enter there must not take it away.
      allowDeselect={false}
      data={offered}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !typing) return
        // Else the form is sent, with what was chosen before.
        event.preventDefault()
        if (only === null) return
        onChange(only.value)
        setSearch(only.label)
      }}
      // Main has searched already, in more fields than the label shows.
      filter={({ options: all }) => all}
      value={value}
      onChange={onChange}
      searchValue={search}
      onSearchChange={setSearch}
      maxDropdownHeight={260}
      w={360}
      maw="100%"
      error={error === null ? problem : error.message}
    />
  )
}

type Option = { value: string; label: string; disabled?: boolean }

/** The field shows the label of what is chosen until somebody types; no name begins right behind the digits. */
function isLabelOf(value: string, search: string): boolean {
  return search.startsWith(`${value} `) || search.startsWith(`${value}, `)
}

/**
 * What was found, and the extension that was looked for when it is not among it. What is chosen and not found keeps the
 * label that it had: with another one the field would write it over what is being typed.
 */
function options(
  found: readonly ExtensionRow[],
  term: string,
  { searching, free }: { searching: boolean; free: boolean },
): Option[] {
  const listed = found.map(toOption)
  const typed = /^\d{2,10}$/.test(term) && !found.some((one) => one.extensionNumber === term) ? [term] : []
  const all = [...listed, ...typed.map((one) => ({ value: one, label: `${one}, the extension as typed` }))]
  if (all.length > 0) return all
  const none = free ? 'No extension matches.' : 'No active person with an extension matches.'
  // A list without an option would not be a list for a screen reader.
  return [{ value: '', label: searching ? 'Searching…' : none, disabled: true }]
}

function toOption({ extensionNumber, holder }: ExtensionRow): Option {
  if (holder === null) return { value: extensionNumber, label: `${extensionNumber}, free` }
  const { name, status, leavesOn } = holder
  const why = status === 'ACTIVE' ? (leavesOn === null ? '' : ', leaving') : ', deactivated'
  return { value: extensionNumber, label: `${extensionNumber} ${name}${why}`, disabled: why !== '' }
}
