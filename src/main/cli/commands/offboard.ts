import { AppError } from '../../../shared/ipc/errors.ts'
import type { Plan } from '../../../shared/offboarding/plan.ts'
import type { PlanRequest } from '../../../shared/offboarding/request.ts'
import { referenceOf } from '../../../shared/offboarding/subject.ts'
import { makeArchiveFolder } from '../archiveFolder.ts'
import { textOption } from '../arguments.ts'
import { readChoices } from '../choicesFile.ts'
import type { Command, Options } from '../command.ts'
import { createFollower } from '../followRun.ts'

export const offboard: Command = {
  name: 'offboard',
  summary: 'Executes the plan: saves the voicemails with proof, then the rest.',
  takes: ['USER'],
  permission: 'offboard',
  options: {
    choices: { type: 'string' },
    archive: { type: 'string' },
    confirm: { type: 'string' },
    approve: { type: 'string' },
  },
  details: [
    '--choices FILE|-     what is decided; see plan --help',
    '--archive DIR        the folder in which the archive is made',
    '--confirm EXTENSION  the extension of the person, or the user name of a person without one',
    '--approve HASH       the hash of the plan that was reviewed; nothing is done when the plan is another one by now',
    'Ctrl+C pauses the run; run resume ID continues it.',
  ],
  run: async ({ io, output, args, options, open }) => {
    const archive = needed(options, 'archive', 'DIR')
    const confirm = needed(options, 'confirm', 'EXTENSION')
    const choices = await readChoices(textOption(options, 'choices'), io)
    const follower = createFollower(output)
    const { directory, planner, runs } = await open({ emit: follower.emit })
    const request: PlanRequest = { kind: 'person', userId: directory.find(args[0]!), choices }
    const plan = await planner.plan(request)
    requireConfirmed(plan, confirm)
    requireApproved(plan, textOption(options, 'approve'))
    const { approval } = await runs.approve(request, plan.hash)
    const archiveFolder = await makeArchiveFolder(archive)
    const start = { request, planHash: plan.hash, approval, archiveFolder, confirm, draftId: null }
    return follower.follow(runs, await runs.start(start), io.signal)
  },
}

function needed(options: Options, name: string, value: string): string {
  const text = textOption(options, name)
  if (text === undefined || text === '')
    throw new AppError('VALIDATION_FAILED', `--${name} ${value} is missing. See: offboard --help`)
  return text
}

function requireConfirmed({ subject }: Plan, confirm: string): void {
  const expected = subject.extension ?? referenceOf(subject)
  if (confirm !== expected)
    throw new AppError(
      'NOT_APPROVED',
      `--confirm ${confirm} does not name ${subject.name}. Confirm with: --confirm ${expected}`,
    )
}

function requireApproved({ hash }: Plan, approved: string | undefined): void {
  if (approved !== undefined && approved !== hash)
    throw new AppError(
      'PLAN_DRIFTED',
      `The plan is not the one that was approved: its hash is ${hash} now. Review it again with: plan USER`,
      { hash },
    )
}
