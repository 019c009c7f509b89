import type { ActionOf } from '../action.ts'
import type { Choices } from '../choices.ts'
import { dataOf } from '../data.ts'
import type { Warning } from '../findings.ts'
import type { SubjectKind } from '../request.ts'
import { anyAdministrator, type MessagesInput, type PersonInput, type StepDefinition } from '../step.ts'

/** Whether the choices ask for any step that could lose something. */
export function destructiveChosen(choices: Choices): boolean {
  return (
    choices.reset ||
    choices.removeLicence ||
    choices.status === 'deactivate' ||
    choices.delete ||
    choices.voicemail.kind !== 'keep' ||
    releases(choices.numbers)
  )
}

function releases(numbers: Choices['numbers']): boolean {
  return Object.values(numbers).some(({ kind }) => kind === 'release')
}

/**
 * The pivot: done only when every message of the listing is on disk and proven (article: "You must download the
 * voicemails before the user account is deleted"). In every plan for a person but a bare activation, also with no
 * message to save; in a plan for an extension when it releases a number; it is all of a plan that saves chosen messages.
 */
export const archiveVoicemail: StepDefinition<'archiveVoicemail', Exclude<SubjectKind, 'undo'>> = {
  kind: 'archiveVoicemail',
  subjects: ['person', 'extension', 'messages'],
  title: () => 'Save the voicemails and prove the archive',
  after: ['revokeSignIn'],
  destructive: () => false,
  reversibility: () => 'pivot',
  roles: anyAdministrator,
  actionsOf: (input) => {
    switch (input.kind) {
      case 'person':
        return saved(input)
      case 'extension':
        return releases(input.choices.numbers)
          ? [{ kind: 'archiveVoicemail', userId: null, extensionId: input.inventory.extension.id, include: [] }]
          : []
      case 'messages':
        return [{ kind: 'archiveVoicemail', userId: null, extensionId: null, include: [] }]
    }
  },
  blockersOf: () => [],
  warningsOf: (input) => (input.kind === 'person' ? archiveWarnings(input) : []),
  claimsOf: (input) =>
    input.kind === 'messages'
      ? [{ what: 'voicemailMessage', fate: 'kept', ...keptBesideArchive(input), step: 'archiveVoicemail' }]
      : [],
}

function saved({ inventory, choices }: PersonInput): ActionOf<'archiveVoicemail'>[] {
  if (choices.status === 'activate' && !destructiveChosen(choices)) return []
  return [
    {
      kind: 'archiveVoicemail',
      userId: inventory.user.id,
      extensionId: inventory.extension?.id ?? null,
      include: choices.archive.include.toSorted(),
    },
  ]
}

/** Saving changes nothing of the originals. */
function keptBesideArchive({ inventory }: MessagesInput): { where: string; seenBy: string } {
  const [datum] = dataOf(inventory)
  return { where: `${datum?.where ?? ''}, and the archive`, seenBy: datum?.seenBy ?? '' }
}

function archiveWarnings({ inventory, choices }: PersonInput): Warning[] {
  const warnings: Warning[] = []
  if (inventory.voicemail.unread > 0 && choices.voicemail.kind !== 'forward') {
    warnings.push({
      code: 'UNREAD_VOICEMAIL',
      message: `${inventory.voicemail.unread} of ${inventory.voicemail.count} voicemail messages ${inventory.voicemail.unread === 1 ? 'has' : 'have'} not been heard.`,
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
}
