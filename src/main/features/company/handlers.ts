import type { companyRoutes } from '../../../shared/company/contract.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { Company } from './service.ts'

export function companyHandlers(company: Company): Pick<Handlers, keyof typeof companyRoutes> {
  return {
    'company.settings': company.settings,
    'company.change': company.change,
    'company.sites': company.sites,
    'company.addSite': company.addSite,
    'company.changeSite': ({ siteId, ...place }) => company.changeSite(siteId, place),
    'company.removeSite': ({ siteId }) => company.removeSite(siteId),
  }
}
