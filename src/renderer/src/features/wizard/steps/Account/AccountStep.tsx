import { Stack } from '@mantine/core'
import type { StepKind } from '../../../../../../shared/offboarding/action.ts'
import { fullName } from '../../../../../../shared/offboarding/inventory.ts'
import type { Reversibility } from '../../../../../../shared/offboarding/reversibility.ts'
import { useRefusal } from '../../../../data/session.ts'
import type { StepProps } from '../../stepProps.ts'
import { AssignProfile } from './AssignProfile.tsx'
import { Decision } from './Decision.tsx'
import { DeleteAccount } from './DeleteAccount.tsx'
import { StatusChoice } from './StatusChoice.tsx'

/** What becomes of sign-in, settings, licenses and the account; deletion stands apart. */
export function AccountStep(props: StepProps) {
  const { choices, inventory, change, planned } = props
  const refused = useRefusal('changeAccounts')
  const groups = inventory.ringGroups.length + inventory.callQueues.length
  // What can be undone depends on what else is chosen: the plan knows, and the review says the same.
  const undoOf = (kind: StepKind): Reversibility | null =>
    planned.find(({ action }) => action.kind === kind)?.reversibility ?? null
  return (
    <Stack gap="sm">
      <Decision
        label="Block sign-in and end open sessions"
        text="The first step of the run, so that nothing changes under the archive."
        undo={undoOf('revokeSignIn')}
        checked={choices.revokeSignIn}
        onChange={(revokeSignIn) => change({ revokeSignIn })}
      />
      <Decision
        label="Leave ring groups and call queues"
        text="The groups go on without the extension, so callers do not wait for a phone that nobody answers."
        undo={undoOf('leaveGroups')}
        checked={choices.leaveGroups}
        unavailable={groups === 0 ? 'The extension is in no ring group and no call queue.' : null}
        onChange={(leaveGroups) => change({ leaveGroups })}
      />
      <Decision
        label="Reset to default settings"
        text="Preferences, greetings, caller ID and emergency address are permanently deleted. Voicemails and call records stay on the extension, which is then free to reassign."
        undo="irreversible"
        checked={choices.reset}
        unavailable={inventory.extension === null ? 'The person has no extension.' : null}
        onChange={(reset) => change({ reset })}
      />
      <Decision
        label="Remove the licenses"
        text={`${inventory.licences.map((licence) => licence.name).join(', ')}: back in the pool, free to assign. The pool is still billed.`}
        undo={undoOf('removeLicence')}
        checked={choices.removeLicence}
        unavailable={inventory.licences.length === 0 ? 'The person has no license.' : null}
        onChange={(removeLicence) => change({ removeLicence })}
      />
      <StatusChoice
        status={choices.status}
        active={
          inventory.user.status === 'ACTIVE' && !inventory.user.signInRevoked
            ? `${fullName(inventory.user)} is active: there is nothing to activate.`
            : null
        }
        refused={refused}
        undo={choices.status === 'leave' ? null : undoOf(choices.status)}
        onChange={(status) => change({ status })}
      />
      {inventory.extension !== null && <AssignProfile {...props} extension={inventory.extension.extensionNumber} />}
      <DeleteAccount
        inventory={inventory}
        refused={refused}
        checked={choices.delete}
        onChange={(value) => change({ delete: value })}
      />
    </Stack>
  )
}
