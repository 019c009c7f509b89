import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { ConfirmModal, type ConfirmModalProps } from '../../components/ConfirmModal/ConfirmModal.tsx'
import { formatQuantity } from '../../format/numbers.ts'

export type Deleted = OutputOf<'retention.nextSweep'>
type ShorterRetentionProps = Pick<ConfirmModalProps, 'change' | 'onConfirm' | 'onClose'> & {
  months: number
  /** Null asks nothing. */
  deleted: Deleted | null
}

/** Asks before a period of which the next sweep deletes records. */
export function ShorterRetention({ months, deleted, ...props }: ShorterRetentionProps) {
  return (
    <ConfirmModal
      {...props}
      opened={deleted !== null}
      danger
      title={`Shorten retention to ${formatQuantity(months, 'month')}?`}
      confirm="Shorten retention"
    >
      {deleted !== null && `${inWords(deleted)} will be deleted at the next daily sweep. This cannot be undone.`}
    </ConfirmModal>
  )
}

function inWords({ people, fax, sms }: Deleted): string {
  const records = [
    ...(fax > 0 ? [formatQuantity(fax, 'fax', 'faxes')] : []),
    ...(sms > 0 ? [formatQuantity(sms, 'text message')] : []),
  ]
  return `${records.join(' and ')} of ${formatQuantity(people, 'person', 'people')}`
}
