import { useEffect, useState } from 'react'
import type { Events } from '../../../shared/ipc/contract.ts'
import { onEvent } from '../ipc/client.ts'

export type WorkProgress = Events['work.progress']

/** The latest progress of one kind of work while it runs, or null. */
export function useWorkProgress(work: WorkProgress['work'], running: boolean): WorkProgress | null {
  const [progress, setProgress] = useState<WorkProgress | null>(null)
  useEffect(() => {
    if (!running) return
    const stop = onEvent('work.progress', (event) => {
      if (event.work === work) setProgress(event)
    })
    return () => {
      stop()
      setProgress(null)
    }
  }, [work, running])
  return progress
}
