import { appendFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyIn } from '../../src/main/archive/verify/inThread.ts'
import { verifyBag } from '../../src/main/archive/verifyBag.ts'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { createVerifying } from '../../src/main/features/archives/verifying.ts'
import { archiveQuery } from '../../src/shared/archives/library.ts'
import { buildCli } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'
import { mailbox, rigFor } from '../support/person.ts'
import { openTestServices } from '../support/services.ts'

const inThread = verifyIn(resolve('out', 'main', 'verifyArchive.js'))

async function makeBag(count: number) {
  const bag = join(testFolder(), 'bag')
  const rig = rigFor(mailbox(count), bag)
  await writeBag(rig.request, rig.io)
  return { bag, first: join(bag, rig.listed[0]!.file) }
}

// The built thread is what the app runs: a build that leaves it out shows here only.
describe('verifying in a thread', () => {
  beforeAll(buildCli, 120_000)

  // Would catch: files that were read and then count as unread, because their report was held back.
  it('answers as without one, and tells of every file that is right', async () => {
    const { bag, first } = await makeBag(130)
    const look = async (verify: typeof verifyBag) => {
      const right = new Map<string, number>()
      const done: number[] = []
      const report = (count: number): void => void done.push(count)
      const onChecked = (path: string, bytes: number): void => void right.set(path, bytes)
      const verdict = await verify(bag, { signal: new AbortController().signal, report, onChecked })
      // Files are read several at a time: which of two is right first is not said.
      return { verdict, right: Object.fromEntries(right), last: done.at(-1) }
    }
    const whole = await look(inThread)
    expect(whole).toEqual(await look(verifyBag))
    expect(whole.verdict.valid).toBe(true)
    appendFileSync(first, 'x')
    expect(await look(inThread)).toEqual(await look(verifyBag))
  })

  it('stops when it is cancelled', async () => {
    const { bag } = await makeBag(40)
    const control = new AbortController()
    const stopped = inThread(bag, { signal: control.signal, report: () => control.abort() })
    await expect(stopped).rejects.toThrow(/abort/i)
  })
})

// Would catch: an archive that counts as verified, or as damaged, although nobody has read it to its end.
it('an archive whose verification was cancelled keeps its last verdict', async () => {
  const { bag } = await makeBag(40)
  const { services } = await openTestServices()
  await services.archives.add(bag)
  const [row] = (await services.archives.list(archiveQuery.parse({}))).archives
  const verifying = createVerifying(services.archives)
  await expect(verifying.verify(row!.id, () => verifying.cancel(row!.id))).rejects.toMatchObject({ code: 'CANCELLED' })
  const [after] = (await services.archives.list(archiveQuery.parse({}))).archives
  expect(after).toMatchObject({ verification: 'never', verifiedAt: null })
  expect(await verifying.verify(row!.id, () => undefined)).toMatchObject({ valid: true })
})
