import { Button, Group, Input, Text } from '@mantine/core'
import type { ReactNode } from 'react'

export type PlaceFieldProps = {
  label: string
  description?: string
  icon: ReactNode
  /** The chosen folder or file; undefined while it is read. */
  place: string | undefined
  /** Beside it: how big it is, how much room there is. */
  about: string
  error?: string | null | undefined
  /** What the button says. */
  choose: string
  choosing: boolean
  disabled?: boolean
  /** The button at the end of the line, where several stand one below the other. */
  buttonAtEnd?: boolean
  onChoose: () => void
}

/** A folder or file that a dialog of the desktop chose, and the button that asks for another. */
export function PlaceField(props: PlaceFieldProps) {
  const { label, description, icon, place, about, error, choose, choosing, disabled = false, onChoose } = props
  const atEnd = props.buttonAtEnd === true ? { ml: 'auto' } : {}
  return (
    <Input.Wrapper label={label} description={description} error={error}>
      <Group gap="sm" wrap="nowrap" mt={6}>
        {icon}
        <Text size="sm" truncate title={place} miw={0}>
          {place ?? 'Reading…'}
        </Text>
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {about}
        </Text>
        <Button
          size="xs"
          variant="default"
          loading={choosing}
          disabled={disabled}
          onClick={onChoose}
          flex="none"
          {...atEnd}
        >
          {choose}
        </Button>
      </Group>
    </Input.Wrapper>
  )
}
