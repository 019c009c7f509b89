import { useState } from 'react'
import type { OwnerSide } from '../../../../shared/voicemail/contract.ts'
import { useFoundOwners } from '../../data/voicemail.ts'
import { useVoicemailActions, useVoicemailView, type NamedOwner } from '../../stores/voicemailView.ts'
import { FoundSelect, type Found } from './FoundSelect.tsx'

const words = {
  ownerThen: { label: 'Owner then', none: 'Any owner then' },
  ownerNow: { label: 'Owner now', none: 'Any owner now' },
} as const
const free: Found<'free'> = { key: 'free', label: 'Nobody (free)', value: 'free' }

/** Whose extension it was when the message came, or whose it is now; now it can be nobody's. */
export function OwnerFilter({ side }: { side: OwnerSide }) {
  const owner = useVoicemailView().filters[side]
  const { setFilter } = useVoicemailActions()
  const chosen = owner === undefined ? null : owner === 'free' ? free : optionOf(owner)
  const [typed, setTyped] = useState('')
  const search = typed === chosen?.label ? '' : typed
  const { data = [] } = useFoundOwners(side, search)
  const owners: Found<NamedOwner | 'free'>[] = data.map(optionOf)
  const offersFree = side === 'ownerNow' && free.label.toLowerCase().includes(search.trim().toLowerCase())
  return (
    <FoundSelect
      {...words[side]}
      width={150}
      typed={typed}
      onType={setTyped}
      found={offersFree ? [free, ...owners] : owners}
      chosen={chosen}
      onChoose={(value) => setFilter({ [side]: value ?? undefined })}
    />
  )
}

function optionOf({ userId, name }: NamedOwner): Found<NamedOwner> {
  return { key: userId, label: name, value: { userId, name } }
}
