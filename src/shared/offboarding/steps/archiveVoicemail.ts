import type { Choices } from '../choices.ts'
import type { Warning } from '../findings.ts'
import { anyAdministrator, type StepDefinition } from '../step.ts'

/** Whether the choices ask for any step that could lose something. */
export function destructiveChosen(choices: Choices): boolean {
  return (
    choices.reset ||
    choices.removeLicence ||
    choices.status === 'deactivate' ||
    choices.delete ||
    choices.voicemail.kind !== 'keep' ||
    Object.values(choices.numbers).some((choice) => choice.kind === 'release')
  )
}

/**
 * The pivot: done only when every message of the listing is on disk and proven (article: "You must download the
 * voicemails before the user account is deleted"). In every plan but a bare activation, also with no message to save.
 */
export const archiveVoicemail: StepDefinition<'archiveVoicemail'> = {
  kind: 'archiveVoicemail',
  title: () => 'Save the voicemails and prove the archive',
  after: ['revokeSignIn'],
  destructive: () => false,
  reversibility: () => 'pivot',
  roles: anyAdministrator,
  actionsOf: ({ inventory, choices }) =>
    choices.status !== 'activate' || destructiveChosen(choices)
      ? [
          {
            kind: 'archiveVoicemail',
            userId: inventory.user.id,
            extensionId: inventory.extension?.id ?? null,
            include: choices.archive.include.toSorted(),
          },
        ]
      : [],
  blockersOf: () => [],
  warningsOf: ({ inventory, choices }) => {
    const warnings: Warning[] = []
    if (inventory.voicemail.unread > 0) {
      warnings.push({
        code: 'UNREAD_VOICEMAIL',
        message: `${inventory.voicemail.unread} of ${inventory.voicemail.count} voicemail messages have not been heard.`,
        remedy: 'Listen to them in the Voicemail step, or forward them to a colleague.',
      })
    }
    const lost = (['contacts', 'meetings'] as const).filter(
      (kind) => choices.delete && !choices.archive.include.includes(kind),
    )
    if (lost.length > 0) {
      warnings.push({
        code: 'NOT_ARCHIVED',
        message: `The ${lost.join(' and ')} are deleted with the account and are not part of the archive.`,
        remedy: 'Add them to the archive in the Voicemail step.',
      })
    }
    return warnings
  },
  claimsOf: () => [],
}
