import { readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { WriteDb } from '../../src/main/db/sql.ts'
import type { Services } from '../../src/main/services.ts'
import type { StepKind } from '../../src/shared/offboarding/action.ts'
import type { Run } from '../../src/shared/offboarding/run.ts'
import { buildCli } from '../support/cli.ts'
import { fillMailbox, fillWithAudio } from '../support/fillMailbox.ts'
import { testFolder } from '../support/folder.ts'
import { carryOut, demoFolder, offboard, openTestServices, type Heard } from '../support/services.ts'

const dana = '1042'
const more = 1200
const threads = resolve('out', 'main')

/** meanwhile: what happens while the step that empties the mailbox runs. folder: where the threads lie. */
type Given = { meanwhile?(services: Services): void; folder?: string }

/** Dana with a large mailbox. */
async function openLarge({ meanwhile, folder = threads }: Given = {}) {
  let happened = false
  const hear = ({ name, payload }: Heard): void => {
    if (happened || name !== 'runs.changed' || !('status' in payload)) return
    if (stepOf(services.runs.show(payload.runId), 'voicemailDisposition')?.status !== 'running') return
    happened = true
    meanwhile?.(services)
  }
  const { services, dataFolder } = await openTestServices(await demoFolder(), hear, folder)
  fillWithAudio(services.db, dataFolder, dana, more)
  return { services, audio: join(dataFolder, 'audio', 'aa') }
}

const stepOf = ({ steps }: Run, kind: StepKind) => steps.find(({ action }) => action.kind === kind)
const countOn = ({ db }: Services, extension: string): unknown =>
  db
    .prepare(
      'SELECT count(*) FROM voicemail_message JOIN extension ON extension.id = extension_id WHERE extension_number = ?',
    )
    .pluck()
    .get(extension)
const entriesOf = ({ db }: Services, action: string): unknown =>
  db.prepare("SELECT count(*) FROM audit_entry WHERE content ->> '$.action' = ?").pluck().get(action)

/** The built threads, of which the one for a step ends in the instant of such a word, before it is said. */
function threadsThatDieAt(word: string): { folder: string; heal(): void } {
  const folder = testFolder()
  for (const name of readdirSync(threads)) symlinkSync(join(threads, name), join(folder, name))
  const [script, built] = [join(folder, 'applyStep.js'), join(threads, 'applyStep.js')]
  const heal = (): void => {
    rmSync(script)
    symlinkSync(built, script)
  }
  rmSync(script)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(
    script,
    `import { parentPort } from 'node:worker_threads'
    const say = parentPort.postMessage.bind(parentPort)
    parentPort.postMessage = (said) => (said.kind === '${word}' ? process.exit(1) : say(said))
    await import('${pathToFileURL(built).href}')`,
  )
  return { folder, heal }
}

// The built thread is what the app runs; without it the same code runs on this thread, as in every other test.
describe('a step on a large mailbox', () => {
  beforeAll(buildCli, 120_000)

  it('is carried out by a thread: messages, outcome and audit entry together, then the audio', async () => {
    const { services, audio } = await openLarge()
    const { run } = await offboard(services, dana, { voicemail: { kind: 'delete' } })
    expect(run.status).toBe('done')
    expect(stepOf(run, 'voicemailDisposition')?.outcome).toContain(`${more + 12} voicemail messages`)
    expect([countOn(services, dana), entriesOf(services, 'run.voicemailDisposition')]).toEqual([0, 1])
    expect(readdirSync(audio).filter((name) => name.startsWith('m'))).toEqual([])
    await expect(services.audit.verify()).resolves.toMatchObject({ valid: true })
  })

  it('is undone by a thread', async () => {
    const { services } = await openLarge()
    const before = countOn(services, '1009')
    const { run } = await offboard(services, dana, {
      reset: false,
      status: 'leave',
      voicemail: { kind: 'forward', extensionNumber: '1009' },
    })
    expect([countOn(services, dana), countOn(services, '1009')]).toEqual([0, Number(before) + more + 12])
    const { position } = stepOf(run, 'voicemailDisposition')!
    const undone = await carryOut(services, { kind: 'undo', runId: run.id, position })
    expect(undone.run.status).toBe('done')
    expect([countOn(services, dana), countOn(services, '1009')]).toEqual([more + 12, before])
    expect(stepOf(services.runs.show(run.id), 'voicemailDisposition')?.status).toBe('undone')
  })

  // Would catch: a message that came in after the gate, deleted by a thread that believes the gate.
  it('changes nothing when a message has come in meanwhile, and says so', async () => {
    const arrive = (db: WriteDb) =>
      fillMailbox(db, dana, 1, () => ({ id: 'late', receivedAt: '2026-11-02T14:05:00.000Z' }))
    // Somebody else has the writing, so the thread waits behind the gate.
    const meanwhile = ({ db }: Services) => void db.writer.lendUntil(wait(1500).then(() => arrive(db)))
    const { services } = await openLarge({ meanwhile })
    const { run } = await offboard(services, dana, { voicemail: { kind: 'delete' } })
    expect(run).toMatchObject({ status: 'failed', error: { code: 'PLAN_DRIFTED' } })
    expect(stepOf(run, 'voicemailDisposition')?.status).toBe('failed')
    expect([countOn(services, dana), entriesOf(services, 'run.voicemailDisposition')]).toEqual([more + 13, 0])
  })

  // Would catch: a step that has taken effect and is told as failed, because nobody heard of it.
  it('is done when its thread died after the commit', async () => {
    const { services } = await openLarge({ folder: threadsThatDieAt('done').folder })
    const { run } = await offboard(services, dana, { voicemail: { kind: 'delete' } })
    expect(run).toMatchObject({ status: 'done', error: null })
    expect([countOn(services, dana), entriesOf(services, 'run.voicemailDisposition')]).toEqual([0, 1])
  })

  it('fails with nothing changed when its thread died before it, and can be tried again', async () => {
    const { folder, heal } = threadsThatDieAt('writing')
    const { services } = await openLarge({ folder })
    const { run } = await offboard(services, dana, { voicemail: { kind: 'delete' }, revokeSignIn: false })
    expect(run).toMatchObject({ status: 'failed', error: { code: 'INTERNAL' } })
    expect([countOn(services, dana), entriesOf(services, 'run.voicemailDisposition')]).toEqual([more + 12, 0])
    heal()
    services.runs.resume(run.id)
    expect((await services.runs.settled(run.id)).status).toBe('done')
    expect([countOn(services, dana), entriesOf(services, 'run.voicemailDisposition')]).toEqual([0, 1])
  })
})
