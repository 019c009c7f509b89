import { z } from 'zod'
import { typedName } from '../directory/names.ts'
import { siteId } from '../ids.ts'
import { route } from '../ipc/route.ts'
import { isCurrency } from './currency.ts'
import { isTimeZone } from './timeZone.ts'

const name = typedName(1, 100)
const timezone = z.string().max(64).refine(isTimeZone, 'No IANA time zone')

/** What the company decides for everybody; unlike preferences it lies with the company's data. */
export const companySettings = z.object({
  name,
  /** Minutes without activity until the window is locked. */
  idleLockMinutes: z.int().min(1).max(480),
  /** How long other products keep what they have of a person who left. */
  recordMonths: z.int().min(1).max(120),
  /** What the billing records are counted in, as an ISO 4217 code. */
  currency: z.string().refine(isCurrency, 'No currency'),
})
export type CompanySettings = z.infer<typeof companySettings>

export const siteRow = z.object({
  id: siteId,
  name: z.string(),
  timezone: z.string(),
  /** What lies at the site: as long as there is any, it stays. */
  users: z.int(),
  /** Their records name the site. */
  deletedUsers: z.int(),
  extensions: z.int(),
  ringGroups: z.int(),
  callQueues: z.int(),
})
export type SiteRow = z.infer<typeof siteRow>

export const companyRoutes = {
  'company.settings': route(z.object({}), companySettings),
  'company.change': route(companySettings, z.void()),
  'company.sites': route(z.object({}), z.array(siteRow)),
  'company.addSite': route(z.object({ name, timezone }), z.void()),
  'company.changeSite': route(z.object({ siteId, name, timezone }), z.void()),
  'company.removeSite': route(z.object({ siteId }), z.void()),
} as const
