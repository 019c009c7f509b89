import type { Emit, Handlers } from '../../../shared/ipc/contract.ts'
import type { tenantRoutes } from '../../../shared/tenant/contract.ts'
import type { TenantService } from './service.ts'

export function tenantHandlers(tenant: TenantService, emit: Emit): Pick<Handlers, keyof typeof tenantRoutes> {
  return {
    'tenant.status': tenant.status,
    'tenant.createDemo': () =>
      tenant.createDemo({}, (progress) => emit('work.progress', { work: 'demo', ...progress })),
    'tenant.createOwn': tenant.createOwn,
  }
}
