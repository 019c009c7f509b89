import type { AuditAction } from '../../../shared/audit/actions.ts'
import type { CompanySettings, SiteRow } from '../../../shared/company/contract.ts'
import { whyNotRemoveSite } from '../../../shared/company/rules.ts'
import type { SiteId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { appendAudit } from '../../audit/repository.ts'
import type { Clock, Ids } from '../../clock.ts'
import type { WriteDb } from '../../db/sql.ts'
import { readCompanySettings, writeCompanySettings } from '../../settings/companyRepository.ts'
import { deleteSite, insertSite, listSites, readName, updateSite, writeName } from './repository.ts'

type Deps = { db: WriteDb; clock: Clock; ids: Ids; operator: () => { name: string } }
type Note = (action: AuditAction, subject: string, detail: Record<string, unknown>) => void
type Place = { name: string; timezone: string }
export type Company = ReturnType<typeof createCompany>

/** The company's name, periods and sites; each change commits with its audit entry. */
export function createCompany({ db, clock, ids, operator }: Deps) {
  const settings = (): CompanySettings => ({ name: existingName(readName(db)), ...readCompanySettings(db) })
  /** Who acts is asked before: a lock that falls then is in the audit, and would not be out of a transaction that ends. */
  const transaction = <T>(work: (note: Note) => T): T => {
    const by = operator().name
    const note: Note = (action, subject, detail) => appendAudit(db, clock, { operator: by, action, subject, detail })
    return db.transaction(() => work(note)).immediate()
  }

  return {
    /** Throws NOT_FOUND before there is a company. */
    settings,

    /** Notes one entry for each value that differs. */
    change: (wanted: CompanySettings): void =>
      transaction((note) => {
        const known = settings()
        writeName(db, wanted.name)
        writeCompanySettings(db, wanted)
        if (wanted.name !== known.name) note('company.rename', wanted.name, { from: known.name })
        if (wanted.idleLockMinutes !== known.idleLockMinutes)
          note('company.idleLock', wanted.name, { from: known.idleLockMinutes, to: wanted.idleLockMinutes })
        if (wanted.recordMonths !== known.recordMonths)
          note('company.retention', wanted.name, { from: known.recordMonths, to: wanted.recordMonths })
        if (wanted.currency !== known.currency)
          note('company.currency', wanted.name, { from: known.currency, to: wanted.currency })
      }),

    sites: (): SiteRow[] => listSites(db),

    /** Throws CONFLICT when another site has the name. */
    addSite: (place: Place): void =>
      transaction((note) => {
        refuseTaken(listSites(db), place.name)
        const { locale } = Intl.DateTimeFormat().resolvedOptions()
        insertSite(db, { ...place, id: ids.next(), locale, company: existingName(readName(db)) })
        note('site.add', place.name, { timezone: place.timezone })
      }),

    /** Throws NOT_FOUND, CONFLICT. */
    changeSite: (id: SiteId, place: Place): void =>
      transaction((note) => {
        const sites = listSites(db)
        const site = existing(sites, id)
        refuseTaken(
          sites.filter((one) => one !== site),
          place.name,
        )
        if (site.name === place.name && site.timezone === place.timezone) return
        updateSite(db, { id, ...place })
        note('site.change', place.name, { from: site.name, timezoneFrom: site.timezone, timezone: place.timezone })
      }),

    /** Throws NOT_FOUND, and CONFLICT while anything lies at the site. */
    removeSite: (id: SiteId): void =>
      transaction((note) => {
        const sites = listSites(db)
        const site = existing(sites, id)
        const refused = whyNotRemoveSite(site, sites.length)
        if (refused !== null) throw new AppError('CONFLICT', refused)
        deleteSite(db, id)
        note('site.remove', site.name, { timezone: site.timezone })
      }),
  }
}

function existingName(name: string | null): string {
  if (name === null) throw new AppError('NOT_FOUND', 'There is no company yet. Set one up first.')
  return name
}

function existing(sites: readonly SiteRow[], id: SiteId): SiteRow {
  const site = sites.find((one) => one.id === id)
  if (site === undefined) throw new AppError('NOT_FOUND', 'This site was removed. The list shows those there are.')
  return site
}

function refuseTaken(others: readonly SiteRow[], name: string): void {
  if (others.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    throw new AppError('CONFLICT', `There is a site ${name} already. Choose another name.`)
}
