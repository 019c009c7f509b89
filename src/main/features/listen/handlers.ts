import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { listenRoutes } from '../../../shared/listen/contract.ts'
import type { Listening } from './service.ts'

export function listenHandlers(listening: Listening): Pick<Handlers, keyof typeof listenRoutes> {
  return {
    'listen.look': ({ place }) => listening.look(place),
    'listen.keepPeaks': ({ place, peaks }) => listening.keepPeaks(place, peaks),
  }
}
