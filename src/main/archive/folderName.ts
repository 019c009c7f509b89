import { safeName } from '../files/safeName.ts'

const personChars = 60

/** The folder of a new bag, in the time of this computer: "2026-11-23 1042 Dana Whitfield". */
export function bagFolderName(personName: string, at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const person = safeName(personName, personChars)
  return `${day} ${two(at.getHours())}${two(at.getMinutes())} ${person === '' ? 'Unknown person' : person}`
}
