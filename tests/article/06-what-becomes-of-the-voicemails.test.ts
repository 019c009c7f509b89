import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Services } from '../../src/main/services.ts'
import type { ChoicesInput } from '../../src/shared/offboarding/choices.ts'
import type { Run } from '../../src/shared/offboarding/run.ts'
import { messagesOn } from '../support/extensions.ts'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'

const [dana, colleague] = ['1042', '1009']

/** The hashes of what the phone system has, and of what lies in the archive. */
function hashesOf({ db }: Services, ids: readonly string[]): string[] {
  const hash = db.prepare<[string], string>('SELECT sha256 FROM voicemail_message WHERE id = ?').pluck()
  return ids.map((id) => hash.get(id)!).toSorted()
}

function hashesIn(run: Run): string[] {
  const folder = join(run.archive!, 'data', 'voicemail')
  const audio = readdirSync(folder).filter((name) => !name.endsWith('.json'))
  return audio
    .map((name) =>
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    )
    .toSorted()
}

async function offboardWith(voicemail: NonNullable<ChoicesInput['voicemail']>) {
  const { services } = await openTestServices(await demoFolder())
  const before = messagesOn(services, dana).map(({ id }) => id)
  const hashes = hashesOf(services, before)
  const theirs = messagesOn(services, colleague).map(({ id }) => id)
  const { run } = await offboard(services, 'dana.whitfield', { voicemail })
  expect(run.status).toBe('done')
  // Whatever becomes of the originals, they are downloaded first, each bit for bit.
  expect(hashesIn(run)).toEqual(hashes)
  const on = (number: string): string[] => messagesOn(services, number).map(({ id }) => id)
  return { before, theirs, on, run }
}

it('row 6: the voicemails can be left on the extension', async () => {
  const { before, theirs, on } = await offboardWith({ kind: 'keep' })
  expect([on(dana), on(colleague)]).toEqual([before, theirs])
})

it('row 6: the voicemails can be forwarded to another extension, all of them and beside those that are there', async () => {
  const { before, theirs, on, run } = await offboardWith({ kind: 'forward', extensionNumber: colleague })
  expect(on(dana)).toEqual([])
  expect(new Set(on(colleague))).toEqual(new Set([...before, ...theirs]))
  const said = run.plan.effects.find(({ what }) => what === 'voicemailMessage')
  expect(said).toMatchObject({ fate: 'moved', count: before.length, seenBy: 'Whoever has extension 1009' })
})

it('row 6: the voicemails can be deleted from the extension, and are in the archive then', async () => {
  const { before, theirs, on, run } = await offboardWith({ kind: 'delete' })
  expect([on(dana), on(colleague)]).toEqual([[], theirs])
  expect(run.messages).toMatchObject({ listed: before.length, proven: before.length })
})

it('row 6: they are not forwarded to nobody', async () => {
  const { services } = await openTestServices(await demoFolder())
  const voicemail = { kind: 'forward' as const, extensionNumber: '9999' }
  await expect(offboard(services, 'dana.whitfield', { voicemail })).rejects.toMatchObject({ code: 'BLOCKED' })
})
