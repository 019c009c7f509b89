import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GrantId } from '../../../shared/ids.ts'
import type { Theme } from '../../../shared/preferences/contract.ts'
import { createGrants } from '../../files/grants.ts'
import { defaultSettings, type Settings, type SettingsStore } from '../../settings/settings.ts'
import { preferenceHandlers } from './handlers.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offhook-preferences-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function memorySettings(): SettingsStore {
  const values: Settings = { ...defaultSettings }
  return {
    get: (key) => values[key],
    set: (key, value) => {
      values[key] = value
    },
  }
}

function setUp(chosen: string | null) {
  let count = 0
  const applied: Theme[] = []
  const grants = createGrants({ next: () => `id-${(count += 1)}` })
  const settings = memorySettings()
  const dialogs = {
    chooseFolder: () => Promise.resolve(chosen),
    chooseFile: () => Promise.resolve(null),
    saveFile: () => Promise.resolve(null),
  }
  const handlers = preferenceHandlers({
    version: '1.0.0',
    dataFolder: folder,
    settings,
    grants,
    desktop: { dialogs, applyTheme: (theme) => void applied.push(theme), documentsFolder: folder },
  })
  return { handlers, grants, settings, applied }
}

describe('preferences', () => {
  // A dialog that was closed would otherwise move the archives of the next run.
  it('keeps the last folder when the dialog is cancelled', async () => {
    const { handlers, settings } = setUp(null)
    expect(await handlers['folders.chooseArchive']({})).toBeNull()
    expect(settings.get('archiveFolder')).toBeNull()
  })

  it('grants the chosen folder, remembers it and says how much room it has', async () => {
    const { handlers, grants } = setUp(folder)
    const chosen = await handlers['folders.chooseArchive']({})
    expect(chosen).toMatchObject({ path: folder, problem: null })
    expect(chosen!.freeBytes).toBeGreaterThan(0)
    expect(grants.pathOf(chosen!.grantId)).toBe(folder)
    expect(await handlers['folders.archive']({})).toMatchObject({ path: folder })
  })

  // The default folder does not exist on the first start; the room of its disk is still known.
  it('offers a folder in Documents that does not exist yet', async () => {
    const offered = await setUp(null).handlers['folders.archive']({})
    expect(offered.path).toBe(join(folder, 'Offhook archives'))
    expect(offered.freeBytes).toBeGreaterThan(0)
  })

  it('refuses a grant that no dialog gave', () => {
    expect(() => setUp(null).grants.pathOf('/etc' as GrantId)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })

  it('applies a theme at once and keeps it', async () => {
    const { handlers, applied } = setUp(null)
    await handlers['preferences.setTheme']({ theme: 'dark' })
    expect(applied).toEqual(['dark'])
    expect(await handlers['preferences.get']({})).toMatchObject({ theme: 'dark' })
  })
})
