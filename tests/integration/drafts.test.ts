import { expect, it } from 'vitest'
import { newWizard } from '../../src/shared/offboarding/wizard.ts'
import { begunWizard } from '../support/drafts.ts'
import { demoFolder, openTestServices } from '../support/services.ts'

// Would catch: a heap of drafts that nobody wanted, in which the ones with choices are not found.
it('a wizard that was only opened is no draft to go on with, and its row goes at the next start', async () => {
  const { drafts } = (await openTestServices(await demoFolder())).services
  const opened = drafts.create(newWizard('offboard', null))
  const begun = drafts.create(begunWizard('offboard', null))
  expect(drafts.list().map(({ id }) => id)).toEqual([begun])
  drafts.save(opened, begunWizard('offboard', null))
  expect(drafts.list()).toHaveLength(2)
  drafts.save(opened, newWizard('offboard', null))
  drafts.removeUntouched()
  expect(() => drafts.open(opened)).toThrow('This draft does not exist any more')
  expect(drafts.open(begun).state).toEqual(begunWizard('offboard', null))
})
