import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { startBagReader } from '../../src/main/features/archives/questions.ts'
import type { ArchivedMessage } from '../../src/shared/archives/model.ts'
import { buildCli } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'
import { mailbox, rigFor } from '../support/person.ts'

beforeAll(buildCli, 120_000)

/** Two bags of Dana's; the second lists as many messages as nobody wants to save in a test. */
async function twoBags(count: number) {
  const [small, large] = [join(testFolder(), 'small'), join(testFolder(), 'large')]
  for (const bag of [small, large]) {
    const rig = rigFor(mailbox(2), bag)
    await writeBag(rig.request, rig.io)
  }
  const list = join(large, 'data/voicemail/voicemails.json')
  const [message] = JSON.parse(readFileSync(list, 'utf8')) as ArchivedMessage[]
  const many = Array.from({ length: count }, (_, index) => ({
    ...message!,
    id: `vm-${index}`,
    sha256: String(index).padStart(64, '0'),
    transcript: 'Please call me back about the order. '.repeat(10),
  }))
  writeFileSync(list, JSON.stringify(many))
  return { small, large, last: `vm-${count - 1}` }
}

function startReader(script: string | null) {
  const reader = startBagReader(script)
  onTestFinished(() => reader.stop())
  return reader
}

// Would catch: a window that stands still for half a second whenever a big archive is opened, compared or played.
it('bags of many messages are read, compared and listened to while main is free', async () => {
  const { small, large, last } = await twoBags(20_000)
  const [inThread, here] = [resolve('out/main/readArchives.js'), null].map(startReader)
  const asked = async (reader: typeof inThread) => [
    await reader!.content(large),
    await reader!.compare({ first: small, second: large }),
    await reader!.sound({ bag: large, messageId: last }),
  ]
  const before = performance.eventLoopUtilization()
  const answers = await asked(inThread)
  expect(performance.eventLoopUtilization(before).active).toBeLessThan(200)
  expect(answers).toEqual(await asked(here))
  expect(answers[1]).toMatchObject({ messagesOnlyInSecond: { count: 20_000 } })
  const none = { first: small, second: testFolder() }
  await expect(inThread!.compare(none)).rejects.toMatchObject({ code: 'ARCHIVE_INVALID' })
})
