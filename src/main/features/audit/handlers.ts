import type { auditRoutes } from '../../../shared/audit/contract.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { Clock } from '../../clock.ts'
import type { Desktop } from '../../desktop.ts'
import type { AuditService } from './service.ts'

type Deps = { audit: AuditService; desktop: Pick<Desktop, 'dialogs'>; clock: Clock }

export function auditHandlers({ audit, desktop, clock }: Deps): Pick<Handlers, keyof typeof auditRoutes> {
  const today = (): string => clock.now().toISOString().slice(0, 10)
  return {
    'audit.list': ({ filter, offset, limit }) => audit.list(filter, offset, limit),
    'audit.facets': () => audit.facets(),
    'audit.verify': () => audit.verify(),
    'audit.export': async ({ filter }) => {
      const path = await desktop.dialogs.saveFile({
        title: 'Export the audit',
        suggestedName: `${today()} audit.csv`,
        kinds: [{ name: 'CSV', extensions: ['csv'] }],
      })
      return path === null ? null : audit.export(path, filter)
    },
  }
}
