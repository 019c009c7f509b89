import { useState } from 'react'

/**
 * Escape and the cross do not close a dialog with something that is not saved: it asks, and goes by a button alone.
 * close: for the dialog; asks: whether it was tried.
 */
export function useUnsaved(unsaved: boolean, onClose: () => void): { asks: boolean; close: () => void } {
  const [kept, setKept] = useState(false)
  return { asks: kept && unsaved, close: unsaved ? () => setKept(true) : onClose }
}
