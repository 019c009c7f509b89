import { useState } from 'react'
import { useFoundExtensions } from '../../data/voicemail.ts'
import { useVoicemailActions, useVoicemailView } from '../../stores/voicemailView.ts'
import { FoundSelect } from './FoundSelect.tsx'

/** Extensions with messages, by number or owner. */
export function ExtensionFilter() {
  const { extension } = useVoicemailView().filters
  const { setFilter } = useVoicemailActions()
  const [typed, setTyped] = useState('')
  // What stands in the closed field is no search.
  const { data = [] } = useFoundExtensions(typed === extension ? '' : typed)
  return (
    <FoundSelect
      label="Extension"
      none="Any extension"
      width={140}
      typed={typed}
      onType={setTyped}
      found={data.map((one) => ({
        key: one.extension,
        label: one.extension === extension ? extension : `${one.extension} ${one.owner ?? 'Free'}`,
        value: one.extension,
      }))}
      chosen={extension === undefined ? null : { key: extension, label: extension, value: extension }}
      onChoose={(value) => setFilter({ extension: value ?? undefined })}
    />
  )
}
