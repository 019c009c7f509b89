import { Checkbox } from '@mantine/core'
import type { Inventory } from '../../../../../../shared/offboarding/inventory.ts'
import { formatQuantity } from '../../../../format/numbers.ts'
import { UndoMark } from '../../UndoMark.tsx'
import look from '../../choices.module.css'
import classes from './AccountStep.module.css'

export type DeleteAccountProps = {
  inventory: Inventory
  /** Why the operator may not delete, or null. What was chosen by somebody else can be taken back. */
  refused: string | null
  checked: boolean
  onChange: (checked: boolean) => void
}

/** Apart from everything else, and off by default: usually a deactivated account is deleted at a later date. */
export function DeleteAccount({ inventory, refused, checked, onChange }: DeleteAccountProps) {
  const { meeting, contact } = inventory.counts
  return (
    <section className={classes.delete} aria-labelledby="delete-title">
      <h3 id="delete-title" className={classes.deleteTitle}>
        Deletion
      </h3>
      <div className={classes.decision}>
        <Checkbox
          color="red.9"
          label="Delete the account"
          description={
            refused ??
            `The user profile, ${formatQuantity(meeting, 'meeting')} and ${formatQuantity(contact, 'contact')} are permanently deleted. Usually this is done later, when nobody asks for anything any more: deactivating is enough for today.`
          }
          checked={checked}
          disabled={refused !== null && !checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
          classNames={{ label: look.label!, description: look.description! }}
        />
        <UndoMark undo="irreversible" />
      </div>
    </section>
  )
}
