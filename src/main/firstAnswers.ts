import { operatorRoutes } from '../shared/operators/contract.ts'
import { tenantRoutes } from '../shared/tenant/contract.ts'
import { openData, type Data, type DataOptions } from './data.ts'
import { createSizeCheck } from './ipc/messageSize.ts'
import { createRouter, type Dispatch } from './ipc/router.ts'

/** What the window asks before its first paint: whose company this is, and who is at the desk. */
const routes = {
  'tenant.status': tenantRoutes['tenant.status'],
  'session.status': operatorRoutes['session.status'],
}

export type FirstAnswers = { data: Data; isAskedFirst(name: string): boolean; dispatch: Dispatch }

/** Opens the data folder and answers what the window asks first, without the rest of main. Throws what opening it throws. */
export async function openFirst(options: DataOptions & { checkOutput: boolean }): Promise<FirstAnswers> {
  const { log, checkOutput } = options
  const data = await openData(options)
  const dispatch = createRouter({
    routes,
    handlers: { 'tenant.status': data.tenant.status, 'session.status': data.signIn.status },
    allow: (permission) => data.session.require(permission),
    writable: () => data.db.writer.free(),
    log,
    checkSize: createSizeCheck({ log, strict: checkOutput }),
    checkOutput,
  })
  return { data, isAskedFirst: (name) => Object.hasOwn(routes, name), dispatch }
}
