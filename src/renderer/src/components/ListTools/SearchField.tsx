import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { KeyboardEvent, RefObject } from 'react'
import classes from './ListTools.module.css'

export type SearchFieldProps = {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
  onArrowDown: () => void
  ref: RefObject<HTMLInputElement | null>
}

/** The search of a list as you type; Arrow Down goes on to the rows, Escape empties it. */
export function SearchField({ label, placeholder, value, onChange, onArrowDown, ref }: SearchFieldProps) {
  const clear = (): void => {
    onChange('')
    ref.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      onArrowDown()
    }
    if (event.key === 'Escape') onChange('')
  }
  return (
    <TextInput
      ref={ref}
      aria-label={label}
      placeholder={placeholder}
      className={classes.search ?? ''}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={value !== '' && <CloseButton size="xs" aria-label="Clear the search" onClick={clear} />}
      value={value}
      maxLength={200}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}
