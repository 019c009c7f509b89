import { locale } from './locale.ts'

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** Bytes in decimal units, as file managers show them: 512 bytes, 48 kB, 1.2 MB. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  const digits = { maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 }
  return bytes === 1 ? '1 byte' : `${value.toLocaleString(locale, digits)} ${units[power]!}`
}
