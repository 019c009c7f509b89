import { AppError } from '../../../shared/ipc/errors.ts'
import { textOption } from '../arguments.ts'
import { readChoices } from '../choicesFile.ts'
import type { Command, Options } from '../command.ts'
import { planOrRun } from '../planOrRun.ts'

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
  run: async (input) => {
    needed(input.options, 'archive', 'DIR')
    const confirm = needed(input.options, 'confirm', 'EXTENSION')
    const choices = await readChoices(textOption(input.options, 'choices'), input.io)
    return planOrRun(input, ({ directory }) => ({ kind: 'person', userId: directory.find(input.args[0]!), choices }), {
      confirm,
      review: 'plan USER',
    })
  },
}

function needed(options: Options, name: string, value: string): string {
  const text = textOption(options, name)
  if (text === undefined || text === '')
    throw new AppError('VALIDATION_FAILED', `--${name} ${value} is missing. See: offboard --help`)
  return text
}
