import type { Emit, Handlers } from '../../../shared/ipc/contract.ts'
import type { tenantRoutes } from '../../../shared/tenant/contract.ts'
import type { SignIn } from '../../operators/signIn.ts'
import type { TenantService } from './service.ts'

type Deps = { tenant: TenantService; signIn: SignIn; emit: Emit }

export function tenantHandlers({ tenant, signIn, emit }: Deps): Pick<Handlers, keyof typeof tenantRoutes> {
  return {
    'tenant.status': tenant.status,
    'tenant.createDemo': () =>
      tenant.createDemo({}, (progress) => emit('work.progress', { work: 'demo', ...progress })),
    'tenant.createOwn': async ({ administrator, ...company }) => {
      await tenant.createOwn(company)
      await signIn.createFirst(administrator)
    },
  }
}
