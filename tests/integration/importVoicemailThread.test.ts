import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { beforeAll, describe, expect, it } from 'vitest'
import { createImports } from '../../src/main/features/imports/service.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { wavOf } from '../support/audio.ts'
import { buildCli } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'
import { messageText, snapshot, writeSpool } from '../support/spool.ts'

const count = 400

function largeSpool(): string {
  const files: Record<string, string | Uint8Array> = {}
  for (let index = 0; index < count; index += 1) {
    const stem = `default/${2000 + (index % 5)}/INBOX/msg${String(index).padStart(4, '0')}`
    files[`${stem}.wav`] = wavOf({ tag: 1, seconds: 2, fill: index })
    files[`${stem}.txt`] = messageText({ origtime: 1_788_876_845 + index, msgId: `1788876845-${index}`, duration: 2 })
  }
  return writeSpool(testFolder(), files)
}

async function openWithThread() {
  const opened = await openImports()
  const imports = createImports({
    db: asWriteDb(opened.database),
    dataFolder: opened.folder,
    clock: { now: () => new Date() },
    ids: { next: () => 'unused' },
    operator: () => ({ name: 'tester' }),
    clearUnfinished: async () => undefined,
    thread: (script) => resolve('out', 'main', script),
  })
  const imported = () => opened.rows('SELECT count(*) AS n FROM voicemail_message')[0]?.['n']
  return { ...opened, imports, imported }
}

// The built threads are what the app runs: a build that leaves one out, or a thread that blocks main, shows here only.
describe('importing voicemail in the threads', () => {
  beforeAll(buildCli, 120_000)

  it('previews and imports all of it while this thread answers', async () => {
    const { imports, imported, rows } = await openWithThread()
    const path = largeSpool()
    const before = snapshot(path)
    const progress: number[] = []
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    expect(await imports.detect(path)).toContain('asterisk')
    const preview = await imports.previewVoicemail({ from: 'asterisk', path })
    expect(preview).toMatchObject({ messages: count, alreadyHere: 0, mailboxCount: 5 })
    const result = await imports.voicemail({ from: 'asterisk', path, report: ({ done }) => progress.push(done) })
    clearInterval(timer)
    expect(result).toMatchObject({ imported: count, alreadyHere: 0, extensionCount: 5, problems: [] })
    expect(imported()).toBe(count)
    expect(progress.at(-1)).toBe(count)
    expect(longest).toBeLessThan(500)
    expect(rows('SELECT count(DISTINCT source_key) AS n FROM voicemail_message')).toEqual([{ n: count }])
    expect(snapshot(path)).toEqual(before)
    expect(await imports.voicemail({ from: 'asterisk', path })).toMatchObject({ imported: 0, alreadyHere: count })
  })

  it('stops when it is cancelled, and what is there is whole', async () => {
    const { imports, imported } = await openWithThread()
    const path = largeSpool()
    const control = new AbortController()
    const running = imports.voicemail({
      from: 'asterisk',
      path,
      signal: control.signal,
      report: ({ done }) => done > 0 && control.abort(),
    })
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
    const kept = Number(imported())
    expect(kept).toBeLessThan(count)
    expect(await imports.voicemail({ from: 'asterisk', path })).toMatchObject({
      imported: count - kept,
      alreadyHere: kept,
    })
  })

  it('gives way with a preview to the next one', async () => {
    const { imports } = await openWithThread()
    const path = largeSpool()
    const first = imports.previewVoicemail({ from: 'asterisk', path })
    const second = imports.previewVoicemail({ from: 'asterisk', path })
    await expect(first).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(await second).toMatchObject({ messages: count })
  })
})
