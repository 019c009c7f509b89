import { textOption } from '../arguments.ts'
import { readChoices } from '../choicesFile.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'

const example = {
  voicemail: { kind: 'forward', extensionNumber: '1002' },
  numbers: { '+12125550134': { kind: 'park', until: '2027-02-28' } },
  forwardCalls: '1002',
  archive: { include: ['calls', 'contacts', 'meetings', 'preferences', 'greetings'] },
  leaveGroups: true,
  reset: true,
  removeLicence: true,
  status: 'deactivate',
  delete: false,
}

export const plan: Command = {
  name: 'plan',
  summary: 'Prints the plan as JSON: steps, effects, blockers, warnings, hash. Changes nothing.',
  takes: ['USER'],
  permission: 'viewCompany',
  options: { choices: { type: 'string' } },
  details: [
    '--choices FILE|-  what is decided; without it the default offboarding: save every voicemail, keep originals',
    '                  and numbers on the extension, leave all groups, reset, remove the license, deactivate',
    '',
    'A choices file; every key may be left out:',
    ...JSON.stringify(example, null, 2).split('\n'),
    'voicemail: keep, forward (extensionNumber) or delete. numbers: keep, reassign (extensionNumber), park (until)',
    'or release. forwardCalls: an extension, a phone number or null. status: deactivate, activate or leave.',
    '',
  ],
  run: async ({ io, output, args, options, open }) => {
    const choices = await readChoices(textOption(options, 'choices'), io)
    const { directory, planner } = await open()
    const made = await planner.plan({ kind: 'person', userId: directory.find(args[0]!), choices })
    output.value(made, () => `${JSON.stringify(made, null, 2)}\n`)
    return done
  },
}
