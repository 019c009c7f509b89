import { textOption } from '../arguments.ts'
import { readExtensionChoices } from '../choicesFile.ts'
import type { Command } from '../command.ts'
import { planDetails, planOptions, planOrRun } from '../planOrRun.ts'

const example = {
  numbers: { '+12125550134': { kind: 'reassign', extensionNumber: '1002' } },
  reclaim: ['+12125550139'],
  assignProfile: {
    userName: 'noor.hire',
    firstName: 'Noor',
    lastName: 'Hire',
    primaryEmail: 'noor.hire@example.com',
    oldRecords: 'hide',
  },
}

export const extensionChange: Command = {
  name: 'extension change',
  summary: 'Moves, parks, releases or reclaims phone numbers of an extension, or gives a free one a new profile.',
  takes: ['EXTENSION'],
  permission: 'offboard',
  options: { choices: { type: 'string' }, archive: { type: 'string' }, ...planOptions },
  details: [
    '--choices FILE|- what is decided',
    '--archive DIR    where the archive is made; needed when a number is released',
    ...planDetails,
    '',
    'A choices file; every key may be left out:',
    ...JSON.stringify(example, null, 2).split('\n'),
    'numbers: reassign (extensionNumber), park (until) or release. reclaim: numbers that are parked, released or unused.',
    'assignProfile: who gets a free extension. oldRecords: hide, or handOver (the new person hears and sees what is on it).',
  ],
  run: async (input) => {
    const choices = await readExtensionChoices(textOption(input.options, 'choices'), input.io)
    return planOrRun(input, ({ extensions }) => ({
      kind: 'extension',
      extensionId: extensions.find(input.args[0]!),
      choices,
    }))
  },
}
