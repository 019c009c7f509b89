import { useState } from 'react'
import { newProfile } from '../../../../../shared/offboarding/choices.ts'
import type { PlanRequest } from '../../../../../shared/offboarding/request.ts'
import type { ExtensionRow } from '../../../../../shared/extensions/model.ts'
import { PlanDialog } from '../../../components/PlanDialog/PlanDialog.tsx'
import { emptyProfile, ProfileFields } from '../../../components/ProfileFields/ProfileFields.tsx'

/** A free extension, with the numbers kept on it, gets a new user profile. */
export function ProfileDialog({ extension, onClose }: { extension: ExtensionRow; onClose: () => void }) {
  const [profile, setProfile] = useState(emptyProfile)
  const { oldRecords: _oldRecords, ...typed } = profile
  const parsed = newProfile.safeParse(profile)
  const request: PlanRequest | null = parsed.success
    ? {
        kind: 'extension',
        extensionId: extension.id,
        choices: { numbers: {}, reclaim: [], assignProfile: parsed.data },
      }
    : null
  return (
    <PlanDialog
      title={`Give extension ${extension.extensionNumber} a new profile`}
      request={request}
      missing="Complete the profile to see what happens."
      verb="Give new profile"
      unsaved={Object.values(typed).some((text) => text !== '')}
      onClose={onClose}
    >
      <ProfileFields profile={profile} onChange={setProfile} />
    </PlanDialog>
  )
}
