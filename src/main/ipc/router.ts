import type { Contract, Handlers, RouteName } from '../../shared/ipc/contract.ts'
import { AppError, toFailure, type Result } from '../../shared/ipc/errors.ts'
import { routePermissions, type Permission } from '../../shared/operators/permissions.ts'
import { toDatabaseProblem } from '../db/databaseErrors.ts'
import type { Logger } from '../log/logger.ts'
import { mayWrite } from './mayWrite.ts'
import type { SizeCheck } from './messageSize.ts'

type AnyHandler = (input: unknown) => unknown
export type Dispatch = (name: string, input: unknown) => Promise<Result<unknown>>

type RouterOptions<N extends RouteName> = {
  routes: Pick<Contract, N>
  handlers: Pick<Handlers, N>
  /** Throws NOT_SIGNED_IN, LOCKED or NOT_ALLOWED for whoever may not ask this now. */
  allow(permission: Permission): void
  /** Resolves when no thread has the writing to itself. */
  writable(): Promise<void>
  log: Logger
  checkSize: SizeCheck
  /** Parses what handlers answer too; for development and tests. */
  checkOutput: boolean
}

/** Knows nothing of Electron: checks the permission, parses the input, runs the handler, never throws. */
export function createRouter<N extends RouteName>(options: RouterOptions<N>): Dispatch {
  const { routes, handlers, allow, writable, log, checkSize, checkOutput } = options
  const isRoute = (name: string): name is N => Object.hasOwn(routes, name)
  return async (name, input) => {
    try {
      if (!isRoute(name)) throw new AppError('NOT_FOUND', 'This part of the app does not exist.')
      allow(routePermissions[name])
      const parsed = routes[name].input.safeParse(input)
      if (!parsed.success) {
        const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
        throw new AppError('VALIDATION_FAILED', 'Something that was entered is not valid.', { issues })
      }
      if (mayWrite(name)) await writable()
      const value = await (handlers[name] as AnyHandler)(parsed.data)
      checkSize(name, value)
      return { ok: true, value: checkOutput ? routes[name].output.parse(value) : value }
    } catch (error) {
      if (!(error instanceof AppError))
        log.error('unexpected error', {
          route: name,
          error: String(error),
          stack: error instanceof Error ? error.stack : '',
        })
      return toFailure(toDatabaseProblem(error))
    }
  }
}
