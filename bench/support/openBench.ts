import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { openServices, type Services } from '../../src/main/services.ts'

/** Main of the built app on a data folder, with the primary administrator at the desk. */
export async function openBench(dataFolder: string): Promise<Services> {
  const services = await openServices({
    dataFolder,
    resourcesFolder: resolve('resources'),
    threadsFolder: resolve('out', 'main'),
    version: '0.0.0',
    clock: { now: () => new Date() },
    ids: { next: randomUUID },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    emit: () => undefined,
  })
  services.session.actAs({ name: 'bench', role: 'primaryAdministrator', auditPrivilege: false })
  return services
}
