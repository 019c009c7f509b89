import { userColumnNames } from '../../shared/directory/columns.ts'
import type { UserColumn } from '../../shared/directory/model.ts'
import { playbackSpeeds } from '../../shared/listen/speeds.ts'
import type { Theme } from '../../shared/preferences/contract.ts'
import { defaultSettings, type Settings, type WindowBounds } from './settings.ts'

type Reader<T> = (value: unknown) => T | undefined

// Written by hand: the schema library would cost the window a tenth of its time to open.
const readers: { readonly [K in keyof Settings]: Reader<Settings[K]> } = {
  theme: readTheme,
  window: readWindow,
  archiveFolder: (value) => (typeof value === 'string' && value !== '' ? value : undefined),
  usersColumns: readColumns,
  importAnswers: readAnswers,
  playbackSpeed: (value) => playbackSpeeds.find((one) => one === value),
}

/** A setting as it was stored, or its default when the file holds something else. */
export function parseSetting<K extends keyof Settings>(key: K, stored: unknown): Settings[K] {
  return readers[key](stored) ?? defaultSettings[key]
}

function readTheme(value: unknown): Theme | undefined {
  return value === 'system' || value === 'light' || value === 'dark' ? value : undefined
}

function readColumns(value: unknown): readonly UserColumn[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const known = value.filter((one): one is UserColumn => typeof one === 'string' && Object.hasOwn(userColumnNames, one))
  return known.length === value.length ? known : undefined
}

/** A kind that is not known is never asked for. */
function readAnswers(value: unknown): Settings['importAnswers'] | undefined {
  const isTexts = (one: unknown): boolean =>
    typeof one === 'object' && one !== null && Object.values(one).every((text) => typeof text === 'string')
  if (typeof value !== 'object' || value === null || !Object.values(value).every(isTexts)) return undefined
  return value
}

function readWindow(value: unknown): WindowBounds | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { x, y, width, height, maximized } = value as Record<string, unknown>
  const whole = [x, y, width, height].every((part) => Number.isInteger(part))
  if (!whole || typeof maximized !== 'boolean') return undefined
  return { x: x as number, y: y as number, width: width as number, height: height as number, maximized }
}
