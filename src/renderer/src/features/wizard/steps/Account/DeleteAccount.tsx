import { Checkbox } from '@mantine/core'
import type { Inventory } from '../../../../../../shared/offboarding/inventory.ts'
import { formatQuantity } from '../../../../format/numbers.ts'
import { UndoMark } from '../../UndoMark.tsx'
import look from '../../choices.module.css'
import classes from './AccountStep.module.css'

export type DeleteAccountProps = { inventory: Inventory; checked: boolean; onChange: (checked: boolean) => void }

/** Apart from everything else, and off by default: usually a deactivated account is deleted at a later date. */
export function DeleteAccount({ inventory, checked, onChange }: DeleteAccountProps) {
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
          description={`The user profile, ${formatQuantity(meeting, 'meeting')} and ${formatQuantity(contact, 'contact')} are permanently deleted. Usually this is done later, when nobody asks for anything any more: deactivating is enough for today.`}
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
          classNames={{ label: look.label!, description: look.description! }}
        />
        <UndoMark undo="irreversible" />
      </div>
    </section>
  )
}
