import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { DraftRow } from '../../../../shared/offboarding/contract.ts'

/** Says that a draft is gone, and brings it back. */
export function DiscardedDraft({ draft, onRestore }: { draft: DraftRow; onRestore: () => Promise<void> }) {
  const restore = useMutation({ mutationFn: onRestore, onSuccess: () => notifications.hide(draft.id) })
  return (
    <Group justify="space-between" wrap="nowrap">
      <span>
        {restore.isError
          ? 'The draft could not be brought back.'
          : `The draft${draft.personName === null ? '' : ` for ${draft.personName}`} is discarded.`}
      </span>
      <Button variant="default" loading={restore.isPending} onClick={() => restore.mutate()}>
        Undo
      </Button>
    </Group>
  )
}
