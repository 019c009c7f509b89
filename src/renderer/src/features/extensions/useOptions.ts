import { useCallback } from 'react'
import { useLocation } from 'wouter'
import type { ExtensionRow, NumberRow } from '../../../../shared/extensions/model.ts'
import type { OptionKey, Task } from './tasks.ts'

/** Does what was chosen in the menu of an extension: opens a page, or the dialog of a plan. */
export function useExtensionOptions(onTask: (task: Task) => void) {
  const [, navigate] = useLocation()
  return useCallback(
    (row: ExtensionRow, key: OptionKey): void => {
      const extension = { id: row.id, extensionNumber: row.extensionNumber }
      switch (key) {
        case 'openExtension':
          return navigate(`/extensions/${row.id}`)
        case 'openVoicemail':
          return navigate(`/extensions/${row.id}/voicemail`)
        case 'openUser':
          return row.holder === null ? undefined : navigate(`/users/${row.holder.userId}`)
        case 'profile':
          return onTask({ kind: 'profile', extension: row })
        case 'reclaim':
          return onTask({ kind: 'reclaim', extension, phoneNumber: null, unused: false })
        case 'reassign':
        case 'park':
        case 'release':
          return onTask({ kind: key, extension, phoneNumber: null, phoneNumbers: row.phoneNumbers })
      }
    },
    [navigate, onTask],
  )
}

/** The same for a phone number. */
export function useNumberOptions(onTask: (task: Task) => void) {
  const [, navigate] = useLocation()
  return useCallback(
    (row: NumberRow, key: OptionKey): void => {
      const { phoneNumber, extension, holder, state } = row
      if (key === 'reclaim') return onTask({ kind: key, extension: null, phoneNumber, unused: state === 'available' })
      if (key === 'openUser' && holder !== null) return navigate(`/users/${holder.userId}`)
      if (extension === null) return
      if (key === 'openExtension') return navigate(`/extensions/${extension.id}`)
      if (key === 'reassign' || key === 'park' || key === 'release')
        onTask({ kind: key, extension, phoneNumber, phoneNumbers: [phoneNumber] })
    },
    [navigate, onTask],
  )
}
