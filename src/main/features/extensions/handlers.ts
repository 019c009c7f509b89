import type { extensionRoutes } from '../../../shared/extensions/contract.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { ExtensionExports } from './exportLists.ts'
import type { Extensions } from './service.ts'

export function extensionHandlers(
  extensions: Extensions,
  exports: ExtensionExports,
): Pick<Handlers, keyof typeof extensionRoutes> {
  return {
    'extensions.list': (query) => extensions.list(query),
    'numbers.list': (query) => extensions.numbers(query),
    'extensions.export': exports.extensions,
    'numbers.export': exports.numbers,
    'extensions.show': ({ extensionId }) => extensions.show(extensionId),
  }
}
