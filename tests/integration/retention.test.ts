import { expect, it } from 'vitest'
import { leaversSql, noteSql } from '../../src/main/features/retention/repository.ts'
import { demoFolder, openTestServices } from '../support/services.ts'
import { queryPlan } from '../support/queryPlan.ts'

// Would catch: every start of a company of 100,000 going through all of them before it answers its first call.
it('a sweep looks at those who have left, not at everybody', async () => {
  const { services } = await openTestServices(await demoFolder())
  for (const sql of [noteSql, leaversSql]) {
    const plan = queryPlan(services.db, sql)
    expect(plan).toContain('SEARCH user USING INDEX user_left')
    expect(plan).not.toMatch(/SCAN user\b/)
  }
})
