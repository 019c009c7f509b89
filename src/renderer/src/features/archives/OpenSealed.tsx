import { IconLockOpen2 } from '@tabler/icons-react'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import type { useChooseSealed } from '../../data/unsealing.ts'

/** Asks for a sealed file; the dialog that opens it follows. */
export function OpenSealed({ choose }: { choose: ReturnType<typeof useChooseSealed> }) {
  return (
    <AllowedButton
      permission="manageArchives"
      variant="default"
      leftSection={<IconLockOpen2 size={15} aria-hidden />}
      loading={choose.isPending}
      onClick={() => choose.mutate()}
    >
      Open sealed archive…
    </AllowedButton>
  )
}
