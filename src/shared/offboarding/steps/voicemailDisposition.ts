import { targetBlockers } from '../targets.ts'
import { anyAdministrator, type StepDefinition } from '../step.ts'

/** What becomes of the originals on the extension (article, "What happens to the voicemails?"). */
export const voicemailDisposition: StepDefinition<'voicemailDisposition'> = {
  kind: 'voicemailDisposition',
  subjects: ['person'],
  title: ({ choice }) =>
    choice.kind === 'forward'
      ? `Move the voicemails to extension ${choice.extensionNumber}`
      : 'Delete the voicemails from the extension',
  after: ['archiveVoicemail'],
  destructive: () => true,
  reversibility: ({ choice }) => (choice.kind === 'forward' ? 'compensatable' : 'irreversible'),
  finalWith: ['assignProfile'],
  roles: anyAdministrator,
  actionsOf: ({ inventory, choices }) =>
    inventory.extension !== null && inventory.voicemail.count > 0 && choices.voicemail.kind !== 'keep'
      ? [{ kind: 'voicemailDisposition', extensionId: inventory.extension.id, choice: choices.voicemail }]
      : [],
  blockersOf: (input) => {
    const { voicemail } = input.choices
    if (voicemail.kind === 'forward') return targetBlockers(input, 'VOICEMAIL', voicemail.extensionNumber)
    if (voicemail.kind === 'keep' || input.inventory.user.legalHold === null) return []
    return [
      {
        code: 'LEGAL_HOLD',
        message: 'The voicemails are under a legal hold and cannot be deleted.',
        remedy: 'Leave them on the extension or forward them to another one.',
      },
    ]
  },
  warningsOf: () => [],
  claimsOf: ({ choices }) =>
    choices.voicemail.kind === 'forward'
      ? [
          {
            what: 'voicemailMessage',
            fate: 'moved',
            where: `Extension ${choices.voicemail.extensionNumber}, and the archive`,
            seenBy: `Whoever has extension ${choices.voicemail.extensionNumber}`,
            step: 'voicemailDisposition',
          },
        ]
      : [
          {
            what: 'voicemailMessage',
            fate: 'removed',
            where: 'Only in the archive',
            seenBy: 'Whoever has the archive',
            step: 'voicemailDisposition',
          },
        ],
}
