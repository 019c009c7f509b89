import { describe, expect, it } from 'vitest'
import { sitesSql } from '../../src/main/features/company/repository.ts'
import { startTestApp } from '../support/app.ts'
import { queryPlan } from '../support/queryPlan.ts'
import { demoFolder, openTestServices } from '../support/services.ts'

const code = (error: string): object => ({ ok: false, error: { code: error } })

async function demoApp(userName = 'margaret.osei') {
  const started = await startTestApp(await demoFolder())
  await started.signInAs(userName)
  const audit = async (prefix: string) => {
    const { entries } = await started.ask('audit.list', { filter: {}, offset: 0, limit: 200 })
    return entries.filter(({ action }) => action.startsWith(prefix)).map(({ action, subject }) => [action, subject])
  }
  const site = async (name: string) => (await started.ask('company.sites', {})).find((one) => one.name === name)
  return { ...started, audit, site }
}

describe('the settings of the company', () => {
  // A form that is saved unchanged must not fill the audit; a lost value would be noticed a year later.
  it('are kept, and each value that changed is one entry of the audit', async () => {
    const { ask, audit } = await demoApp()
    const before = await ask('company.settings', {})
    expect(before).toMatchObject({ idleLockMinutes: 15, recordMonths: 12, currency: 'USD' })
    await ask('company.change', before)
    expect(await audit('company.')).toEqual([])
    const wanted = { name: 'Harbor Freight Lines', idleLockMinutes: 5, recordMonths: 6, currency: 'EUR' }
    await ask('company.change', wanted)
    expect(await ask('company.settings', {})).toEqual(wanted)
    expect(await ask('tenant.status', {})).toMatchObject({ name: wanted.name })
    expect((await audit('company.')).toReversed()).toEqual([
      ['company.rename', wanted.name],
      ['company.idleLock', wanted.name],
      ['company.retention', wanted.name],
      ['company.currency', wanted.name],
    ])
  })

  it('are refused out of bounds and to whoever is not the primary administrator', async () => {
    const { ask, invoke, signInAs } = await demoApp()
    const known = await ask('company.settings', {})
    for (const wrong of [
      { recordMonths: 0 },
      { recordMonths: 121 },
      { idleLockMinutes: 481 },
      { name: ' ' },
      { currency: 'XQQ' },
    ])
      expect(await invoke('company.change', { ...known, ...wrong })).toMatchObject(code('VALIDATION_FAILED'))
    await signInAs('caleb.ostrander')
    expect(await invoke('company.change', { ...known, recordMonths: 1 })).toMatchObject(code('NOT_ALLOWED'))
    expect(await ask('company.settings', {})).toEqual(known)
  })

  // A constant in one of the places would show a day that another does not keep.
  it('decide the months of the user page', async () => {
    const { ask } = await demoApp()
    await ask('company.change', { ...(await ask('company.settings', {})), recordMonths: 3 })
    const { users } = await ask('users.list', { filter: {}, limit: 1 })
    expect(await ask('retention.ofPerson', { userId: users[0]!.id })).toMatchObject({ months: 3 })
  })

  it('lock the window after the minutes that were set', async () => {
    const { ask, clock } = await demoApp()
    await ask('company.change', { ...(await ask('company.settings', {})), idleLockMinutes: 2 })
    clock.set('2026-11-23T10:43:59.000Z')
    expect(await ask('session.status', {})).toMatchObject({ state: 'signedIn' })
    clock.set('2026-11-23T10:44:01.000Z')
    expect(await ask('session.status', {})).toMatchObject({ state: 'locked' })
  })
})

describe('sites', () => {
  it('are added, changed and removed while they are empty, audited', async () => {
    const { ask, audit, site } = await demoApp()
    await ask('company.addSite', { name: 'Tulsa', timezone: 'America/Chicago' })
    const added = (await site('Tulsa'))!
    expect(added).toMatchObject({ timezone: 'America/Chicago', users: 0, extensions: 0 })
    await ask('company.changeSite', { siteId: added.id, name: 'Denver', timezone: 'America/Denver' })
    expect(await site('Denver')).toMatchObject({ id: added.id, timezone: 'America/Denver' })
    await ask('company.removeSite', { siteId: added.id })
    expect(await site('Denver')).toBeUndefined()
    expect((await audit('site.')).toReversed()).toEqual([
      ['site.add', 'Tulsa'],
      ['site.change', 'Denver'],
      ['site.remove', 'Denver'],
    ])
  })

  // Would catch: sites that together have more users than the company.
  it('count the users that the directory shows, and the deleted ones apart', async () => {
    const { ask } = await demoApp()
    const sites = await ask('company.sites', {})
    const { users } = await ask('tenant.status', {})
    expect(sites.reduce((sum, site) => sum + site.users, 0)).toBe(users)
    expect(sites.reduce((sum, site) => sum + site.deletedUsers, 0)).toBeGreaterThan(0)
  })

  // Would catch: the Settings page of 100,000 people, for which every person is read on the thread of the window.
  it('are counted out of indexes alone', async () => {
    const { services } = await openTestServices(await demoFolder())
    const plan = queryPlan(services.db, sitesSql).split('\n')
    const searches = plan.filter((step) => step.includes('SEARCH'))
    expect(searches).toHaveLength(5)
    expect(searches.filter((step) => !step.includes('USING COVERING INDEX'))).toEqual([])
  })

  // The database refuses too, but with an error that tells nobody what to do.
  it('stay while users are there, with the reason; no two have one name; no zone is made up', async () => {
    const { ask, invoke, audit } = await demoApp()
    const busy = (await ask('company.sites', {})).find(({ users }) => users > 0)!
    const refused = await invoke('company.removeSite', { siteId: busy.id })
    expect(refused).toMatchObject(code('CONFLICT'))
    expect(refused.ok ? '' : refused.error.message).toMatch(/still has \d+ users?/)
    const twice = { name: busy.name.toUpperCase(), timezone: 'America/Denver' }
    expect(await invoke('company.addSite', twice)).toMatchObject(code('CONFLICT'))
    const nowhere = { name: 'Nowhere', timezone: 'Mars/Olympus' }
    expect(await invoke('company.addSite', nowhere)).toMatchObject(code('VALIDATION_FAILED'))
    expect(await audit('site.')).toEqual([])
  })
})
