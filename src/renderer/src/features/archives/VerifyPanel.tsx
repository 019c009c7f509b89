import { Button } from '@mantine/core'
import { IconPlayerStop, IconShieldCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ArchiveRow, BagProblem, ShownVerification } from '../../../../shared/archives/model.ts'
import type { ArchiveId } from '../../../../shared/ids.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { wasCancelled } from '../../components/ErrorAlert/wasCancelled.ts'
import { WorkProgress } from '../../components/WorkProgress/WorkProgress.tsx'
import { useCancelVerify, useVerifyArchive } from '../../data/archives.ts'
import { useWorkProgress } from '../../data/useWorkProgress.ts'
import { formatQuantity } from '../../format/numbers.ts'
import { useAnnounce } from '../../stores/announcements.ts'
import { ArchiveState } from './ArchiveState.tsx'
import { Findings, VerificationResult } from './VerificationResult.tsx'
import classes from './Archives.module.css'

/** The last verdict on the archive, and the button that reads and compares everything again. */
export function VerifyPanel({ archive, problems }: { archive: ArchiveRow; problems: readonly BagProblem[] }) {
  const verify = useVerifyArchive(archive.id)
  const button = useRef<HTMLButtonElement>(null)
  const announce = useAnnounce()
  useEffect(() => {
    if (verify.data !== undefined) announce(verdict(verify.data))
  }, [announce, verify.data])
  return (
    <section aria-label="Verification" className={classes.verify}>
      <div className={classes.verifyRow}>
        <ArchiveState archive={archive} />
        <span className={classes.dim}>Verifying reads every file again and compares it with the manifest.</span>
        <AllowedButton
          ref={button}
          permission="manageArchives"
          variant="default"
          leftSection={<IconShieldCheck size={15} aria-hidden />}
          unavailable={verify.isPending ? 'It is being verified.' : null}
          onClick={() => verify.mutate()}
        >
          Verify
        </AllowedButton>
      </div>
      {verify.isPending && <Verifying archiveId={archive.id} onCancel={() => button.current?.focus()} />}
      {verify.isError && <NotVerified error={verify.error} />}
      {verify.data === undefined ? (
        <Findings label="Problems" findings={problems} count={problems.length} />
      ) : (
        <VerificationResult verification={verify.data} />
      )}
    </section>
  )
}

/** onCancel: the button that has the focus goes away with the work. */
function Verifying({ archiveId, onCancel }: { archiveId: ArchiveId; onCancel: () => void }) {
  const progress = useWorkProgress('verify', true)
  const cancel = useCancelVerify(archiveId)
  return (
    <div className={classes.verifying}>
      <WorkProgress label="Verifying" progress={progress} />
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={14} aria-hidden />}
        onClick={() => {
          onCancel()
          cancel.mutate()
        }}
      >
        Cancel
      </Button>
    </div>
  )
}

function NotVerified({ error }: { error: unknown }) {
  if (!wasCancelled(error)) return <ErrorAlert title="The archive could not be verified" error={error} />
  return (
    <p role="status" className={classes.dim}>
      {error.message}
    </p>
  )
}

function verdict({ valid, problemCount }: ShownVerification): string {
  return valid ? 'The archive is whole and unchanged.' : `${formatQuantity(problemCount, 'problem')} found.`
}
