import { TextInput } from '@mantine/core'
import classes from './PeriodFields.module.css'

type PeriodFieldsProps = {
  /** Calendar days; '' for none. */
  from: string
  to: string
  onFrom(day: string): void
  onTo(day: string): void
  /** Labels stand above the fields; without it they are only told. */
  labelled?: boolean
  /** Of each field in a row of tools; none where they have the room of a form. */
  width?: number
}

/** The first and the last day of a period. The last one says when it lies before the first: nothing is found then. */
export function PeriodFields({ from, to, onFrom, onTo, labelled = true, width }: PeriodFieldsProps) {
  const backwards = from !== '' && to !== '' && to < from
  const classNames = { root: classes.inTools!, wrapper: classes.wrapper!, error: classes.error! }
  const place = width === undefined ? {} : { w: width, classNames }
  const labelOf = (text: string) => (labelled ? { label: text } : { 'aria-label': text })
  return (
    <>
      <TextInput
        {...place}
        {...labelOf('From')}
        type="date"
        value={from}
        onChange={(event) => onFrom(event.currentTarget.value)}
      />
      <TextInput
        {...place}
        {...labelOf('To')}
        type="date"
        value={to}
        error={backwards && 'Lies before From'}
        onChange={(event) => onTo(event.currentTarget.value)}
      />
    </>
  )
}
