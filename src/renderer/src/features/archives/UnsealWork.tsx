import { WorkProgress } from '../../components/WorkProgress/WorkProgress.tsx'
import { useWorkProgress } from '../../data/useWorkProgress.ts'
import type { UnsealPhase } from '../../../../shared/ipc/contract.ts'

const labels: Readonly<Record<UnsealPhase, string>> = {
  opening: 'Decrypting and checking; nothing is written yet',
  unpacking: 'Writing the files',
  verifying: 'Verifying the archive',
}

/** How far a sealed file is opened. */
export function UnsealWork() {
  const progress = useWorkProgress('unseal', true)
  const phase = progress?.phase ?? 'opening'
  return <WorkProgress label={labels[phase]} progress={progress} unit={phase === 'opening' ? 'bytes' : 'things'} />
}
