import { NativeSelect } from '@mantine/core'
import { useId } from 'react'
import { userColumns, type UsersPreview } from '../../../../shared/imports/contract.ts'
import type { UserMapping } from '../../data/imports.ts'
import { columnNames, requiredColumns } from '../../../../shared/imports/columnNames.ts'
import classes from './Imports.module.css'

export type MappingFieldsProps = {
  preview: UsersPreview
  /** While the file is imported as it was read. */
  disabled: boolean
  onChange: (mapping: UserMapping) => void
}

/** Which column of the file fills which column of a user; the guess from the headers can be corrected. */
export function MappingFields({ preview: { headers, mapping }, disabled, onChange }: MappingFieldsProps) {
  const heading = useId()
  const options = [...new Set(headers)].filter((header) => header !== '')
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={classes.heading}>
        Columns
      </h3>
      <div className={classes.mapping}>
        {userColumns.map((column) => (
          <NativeSelect
            key={column}
            label={columnNames[column]}
            required={requiredColumns.some((one) => one === column)}
            disabled={disabled}
            value={mapping[column] ?? ''}
            data={[{ value: '', label: 'Not in the file' }, ...options.map((value) => ({ value, label: value }))]}
            onChange={(event) => onChange(completed({ ...mapping, [column]: event.currentTarget.value }))}
          />
        ))}
      </div>
      {mapping['firstName'] !== undefined && mapping['firstName'] === mapping['lastName'] && (
        <p className={classes.below}>
          First and last name are in one column: it is parted at its comma, else at its last space.
        </p>
      )}
    </section>
  )
}

/** Every column is stated, also the ones left out: what is not stated would be guessed again. */
function completed(mapping: UserMapping): UserMapping {
  return Object.fromEntries(userColumns.map((column) => [column, mapping[column] ?? '']))
}
