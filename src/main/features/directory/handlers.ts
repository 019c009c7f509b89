import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { directoryRoutes } from '../../../shared/directory/contract.ts'
import type { UsersExport } from './exportUsers.ts'
import type { Directory } from './service.ts'

export function directoryHandlers(
  directory: Directory,
  exportUsers: UsersExport,
): Pick<Handlers, keyof typeof directoryRoutes> {
  return {
    'users.list': directory.list,
    'users.likeliest': directory.likeliest,
    'users.count': async ({ of, ...query }) => ({ total: await directory.count(query, of) }),
    'users.facets': directory.facets,
    'users.show': ({ userId }) => directory.show(userId),
    'users.export': exportUsers,
  }
}
