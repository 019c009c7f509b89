import { TextInput } from '@mantine/core'

type PeriodFieldsProps = {
  /** Calendar days; '' for none. */
  from: string
  to: string
  onFrom(day: string): void
  onTo(day: string): void
  /** Labels stand above the fields; without it they are only told. */
  labelled?: boolean
  width?: number
}

/** The first and the last day of a period. The last one says when it lies before the first: nothing is found then. */
export function PeriodFields({ from, to, onFrom, onTo, labelled = true, width }: PeriodFieldsProps) {
  const backwards = from !== '' && to !== '' && to < from
  const labelOf = (text: string) => (labelled ? { label: text } : { 'aria-label': text })
  return (
    <>
      <TextInput
        {...labelOf('From')}
        type="date"
        w={width}
        value={from}
        onChange={(event) => onFrom(event.currentTarget.value)}
      />
      <TextInput
        {...labelOf('To')}
        type="date"
        w={width}
        value={to}
        error={backwards && 'Lies before From'}
        onChange={(event) => onTo(event.currentTarget.value)}
      />
    </>
  )
}
