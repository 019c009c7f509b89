import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Services } from '../../src/main/services.ts'
import { choices } from '../../src/shared/offboarding/choices.ts'
import { wavOf } from '../../tests/support/audio.ts'
import { fillMailbox } from '../../tests/support/fillMailbox.ts'
import { demoData } from './demoData.ts'
import { openBench } from './openBench.ts'

const extension = '1042'
const seconds = 0.05

export type LargeMailbox = { services: Services; folder: string }

/** The demo company, in which one person has so many messages more. */
export async function openWithMailbox(messages: number): Promise<LargeMailbox> {
  const folder = demoData()
  const audio = join(folder, 'audio', 'aa')
  mkdirSync(audio, { recursive: true })
  const services = await openBench(folder)
  fillMailbox(services.db, extension, messages, (index) => {
    const [id, sound] = [`bench${index}`, wavOf({ tag: 1, seconds, fill: index })]
    writeFileSync(join(audio, `${id}.wav`), sound)
    const receivedAt = new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString()
    const sha256 = createHash('sha256').update(sound).digest('hex')
    return { id, receivedAt, seconds, bytes: sound.length, sha256 }
  })
  return { services, folder }
}

/** Plans, approves and carries out, as the window does: saved, proven, deleted, the extension reset, the user deactivated. */
export async function offboardLarge({ services, folder }: LargeMailbox): Promise<void> {
  const chosen = choices.parse({ voicemail: { kind: 'delete' } })
  const request = { kind: 'person' as const, userId: services.directory.find(extension), choices: chosen }
  const { hash: planHash } = await services.planner.plan(request)
  const { approval } = await services.runs.approve(request, planHash)
  const archiveFolder = join(folder, 'archives')
  const start = { request, planHash, approval, archiveFolder, confirm: null, draftId: null }
  const { status, error } = await services.runs.settled(await services.runs.start(start))
  if (status !== 'done') throw new Error(`The run is ${status}: ${error?.message}`)
}
