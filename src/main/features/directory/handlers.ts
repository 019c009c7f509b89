import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { directoryRoutes } from '../../../shared/directory/contract.ts'
import type { Directory } from './service.ts'

export function directoryHandlers(directory: Directory): Pick<Handlers, keyof typeof directoryRoutes> {
  return {
    'users.list': directory.list,
    'users.facets': directory.facets,
    'users.show': ({ userId }) => directory.show(userId),
  }
}
