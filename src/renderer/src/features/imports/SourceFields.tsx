import { NativeSelect, TextInput } from '@mantine/core'
import { useId } from 'react'
import type { SourceAnswers, SourceField } from '../../../../shared/imports/contract.ts'
import classes from './Imports.module.css'

export type SourceFieldsProps = {
  fields: readonly SourceField[]
  /** While the source is imported as it was read. */
  disabled: boolean
  onChange: (answers: SourceAnswers) => void
}

/** What a source asks about itself; every answer is stated, because what is not stated would be guessed again. */
export function SourceFields({ fields, disabled, onChange }: SourceFieldsProps) {
  const heading = useId()
  if (fields.length === 0) return null
  const change = (key: string, value: string): void =>
    onChange({ ...Object.fromEntries(fields.map((field) => [field.key, field.value])), [key]: value })
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={classes.heading}>
        How it is read
      </h3>
      <div className={classes.mapping}>
        {fields.map((field) => (
          <Field
            key={`${field.key} ${field.value}`}
            field={field}
            disabled={disabled}
            onChange={(value) => change(field.key, value)}
          />
        ))}
      </div>
    </section>
  )
}

type FieldProps = { field: SourceField; disabled: boolean; onChange: (value: string) => void }

/** A text is taken up when the field is left or Enter is pressed: each answer reads the source again. */
function Field({ field, disabled, onChange }: FieldProps) {
  const { label, value, choices, none } = field
  if (choices !== null)
    return (
      <NativeSelect
        label={label}
        disabled={disabled}
        value={value}
        data={choices.map((choice) => ({ value: choice, label: choice === '' ? (none ?? '') : choice }))}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  const take = (typed: string): void => {
    if (typed !== value) onChange(typed)
  }
  return (
    <TextInput
      label={label}
      disabled={disabled}
      defaultValue={value}
      onBlur={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget.value)}
    />
  )
}
