import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { RunId } from '../../../../shared/ids.ts'
import type { RunProgress } from '../../../../shared/offboarding/run.ts'
import { refresh, routeQuery } from '../../data/routeQuery.ts'
import { call, onEvent } from '../../ipc/client.ts'
import { rateOf, withSample, type Sample } from './progress.ts'

/** Events are hints and can be missed: while something runs, the rows are read again this often. */
const againMilliseconds = 2000

/** The rows of a run; nothing is shown as done that they do not say. */
export function useRun(runId: RunId) {
  return useQuery({
    ...routeQuery('runs.show', { runId }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? againMilliseconds : false),
  })
}

export type LiveProgress = { progress: RunProgress; rate: number | null }

/** The latest hint of what the running step does; null when nothing runs. */
export function useRunProgress(runId: RunId, running: boolean): LiveProgress | null {
  const [live, setLive] = useState<LiveProgress | null>(null)
  useEffect(() => {
    if (!running) return undefined
    let samples: Sample[] = []
    const stop = onEvent('runs.progress', (progress) => {
      if (progress.runId !== runId) return
      samples = withSample(samples, { at: performance.now(), bytes: progress.bytes })
      setLive({ progress, rate: rateOf(samples) })
    })
    return () => {
      stop()
      setLive(null)
    }
  }, [runId, running])
  return live
}

/** What can be asked of a run: continue, cancel, give up. */
export function useRunCommand(name: 'runs.resume' | 'runs.cancel' | 'runs.abandon') {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (runId: RunId) => call(name, { runId }),
    onSettled: () => refresh(client, ['runs.show', 'runs.list']),
  })
}
