import { notifyManager, QueryClient } from '@tanstack/react-query'
import { AppError } from '../../../shared/ipc/errors.ts'

/** Main is in the same computer: an answer is right until an event says otherwise, and an error does not mend itself. */
export function createQueryClient(): QueryClient {
  // Not after the next timer, which comes up to four milliseconds after an answer.
  notifyManager.setScheduler(queueMicrotask)
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        retry: (failures, error) => failures < 1 && !(error instanceof AppError),
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
}
