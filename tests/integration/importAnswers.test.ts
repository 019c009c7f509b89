import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createGrants } from '../../src/main/files/grants.ts'
import { importHandlers } from '../../src/main/features/imports/handlers.ts'
import { parseSetting } from '../../src/main/settings/parse.ts'
import { defaultSettings, type SettingsStore } from '../../src/main/settings/settings.ts'
import type { SourceField } from '../../src/shared/imports/contract.ts'
import { wavOf } from '../support/audio.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'

/** A CSV beside its audio; the headers say nothing to who does not know them. */
function csvOf(headers: readonly string[], fill: number): string {
  const folder = testFolder()
  mkdirSync(join(folder, 'sound'))
  writeFileSync(join(folder, 'sound', 'a.wav'), wavOf({ tag: 1, seconds: 2, fill }))
  const row = ['sound/a.wav', '1001', '+12125550134', '2026-09-08T14:14:05Z', 'x']
  writeFileSync(join(folder, 'list.csv'), `${headers.join(',')}\n${row.slice(0, headers.length).join(',')}\n`)
  return join(folder, 'list.csv')
}

/** The preferences as they would lie in their file. */
function settingsOf(stored: Record<string, unknown>): SettingsStore {
  return {
    get: (key) => parseSetting(key, stored[key] ?? defaultSettings[key]),
    set: (key, value) => void (stored[key] = JSON.parse(JSON.stringify(value)) as unknown),
  }
}

async function openHandlers(stored: Record<string, unknown>) {
  const { imports } = await openImports()
  let next = 0
  const grants = createGrants({ next: () => `00000000-0000-4000-8000-${String((next += 1)).padStart(12, '0')}` })
  const desktop = { dialogs: {} as never, emit: () => undefined, settings: settingsOf(stored) }
  return { handlers: importHandlers(imports, grants, desktop), grants }
}

const headers = ['Tondatei', 'Nebenstelle', 'Von', 'Wann']
const answers = {
  'column.file': 'Tondatei',
  'column.extension': 'Nebenstelle',
  'column.callerNumber': 'Von',
  'column.time': 'Wann',
}
const valuesOf = (fields: readonly SourceField[]): Record<string, string> =>
  Object.fromEntries(fields.filter(({ value }) => value !== '').map(({ key, value }) => [key, value]))

// Whoever imports a CSV a month does not map its columns a month.
describe('what was answered about a source', () => {
  it('is kept for the next one with the same columns, after a restart too, and goes into its import', async () => {
    const stored: Record<string, unknown> = {}
    const first = await openHandlers(stored)
    const source = { grantId: first.grants.grant(csvOf(headers, 1)), from: 'csv' as const }
    expect(valuesOf((await first.handlers['imports.previewVoicemail']({ ...source, answers: {} })).fields)).toEqual({})
    expect(await first.handlers['imports.voicemail']({ ...source, answers })).toMatchObject({ imported: 1 })

    const { handlers, grants } = await openHandlers(stored)
    const next = { grantId: grants.grant(csvOf([...headers, 'Notiz'], 2)), from: 'csv' as const, answers: {} }
    const preview = await handlers['imports.previewVoicemail'](next)
    expect(valuesOf(preview.fields)).toMatchObject(answers)
    expect(preview.messages).toBe(1)
    expect(await handlers['imports.voicemail'](next)).toMatchObject({ imported: 1 })
  })

  it('is not taken for one with other columns, whose own headers are then looked at', async () => {
    const { handlers, grants } = await openHandlers({ importAnswers: { csv: answers } })
    const usual = ['file', 'extension', 'caller', 'time']
    const other = { grantId: grants.grant(csvOf(usual, 3)), from: 'csv' as const, answers: {} }
    expect(valuesOf((await handlers['imports.previewVoicemail'](other)).fields)).toMatchObject({
      'column.file': 'file',
      'column.extension': 'extension',
    })
    expect(await handlers['imports.voicemail'](other)).toMatchObject({ imported: 1 })
  })

  it('is forgotten when the preferences are damaged', () => {
    expect(parseSetting('importAnswers', { csv: 'x' })).toEqual({})
  })
})
