import { AppError } from '../../shared/ipc/errors.ts'
import { savesMessages, type Plan } from '../../shared/offboarding/plan.ts'
import type { PlanRequest } from '../../shared/offboarding/request.ts'
import { referenceOf } from '../../shared/offboarding/subject.ts'
import type { Services } from '../services.ts'
import { makeArchiveFolder } from './archiveFolder.ts'
import { textOption } from './arguments.ts'
import type { CommandInput, OptionKinds } from './command.ts'
import { done } from './exitCodes.ts'
import { createFollower } from './followRun.ts'

/** The options of a command that carries out a plan of its own. */
export const planOptions = { plan: { type: 'boolean' }, approve: { type: 'string' } } as const satisfies OptionKinds

export const planDetails = [
  '--plan           prints the plan as JSON and changes nothing',
  '--approve HASH   the hash of the plan that was reviewed; nothing is done when the plan is another one by now',
] as const

/** confirm: what was typed to name whose plan it is. review: how the plan is shown again. */
type Carrying = { confirm: string | null; review: string }

/**
 * With --plan prints what would be done; else approves exactly that and follows the run. Where messages are saved, the
 * archive is made in the folder of --archive.
 */
export async function planOrRun(
  { io, output, options, open }: Pick<CommandInput, 'io' | 'output' | 'options' | 'open'>,
  requestOf: (services: Services) => PlanRequest | Promise<PlanRequest>,
  { confirm, review }: Carrying = { confirm: null, review: '--plan' },
): Promise<number> {
  const follower = createFollower(output)
  const services = await open({ emit: follower.emit })
  const { planner, runs } = services
  const request = await requestOf(services)
  const plan = await planner.plan(request)
  if (options['plan'] === true) {
    output.value(plan, () => `${JSON.stringify(plan, null, 2)}\n`)
    return done
  }
  if (confirm !== null) requireConfirmed(plan, confirm)
  requireApproved(plan, textOption(options, 'approve'), review)
  const archive = textOption(options, 'archive')
  if (savesMessages(plan) && plan.blockers.length === 0 && archive === undefined)
    throw new AppError('VALIDATION_FAILED', '--archive DIR is missing: this plan saves voicemail.')
  const { approval } = await runs.approve(request, plan.hash)
  const archiveFolder = archive === undefined ? '' : await makeArchiveFolder(archive)
  const start = { request, planHash: plan.hash, approval, archiveFolder, confirm, draftId: null }
  return follower.follow(runs, await runs.start(start), io.signal)
}

function requireConfirmed({ subject }: Plan, confirm: string): void {
  const expected = subject.extension ?? referenceOf(subject)
  if (confirm !== expected)
    throw new AppError(
      'NOT_APPROVED',
      `--confirm ${confirm} does not name ${subject.name}. Confirm with: --confirm ${expected}`,
    )
}

function requireApproved({ hash }: Plan, approved: string | undefined, review: string): void {
  if (approved !== undefined && approved !== hash)
    throw new AppError(
      'PLAN_DRIFTED',
      `The plan is not the one that was approved: its hash is ${hash} now. Review it again with: ${review}`,
      { hash },
    )
}
