import { z } from 'zod'
import { hasUnseen } from '../../../../shared/directory/names.ts'
import { extensionNumber } from '../../../../shared/ids.ts'
import type { UserColumn } from '../../../../shared/imports/contract.ts'
import { plainCell } from '../../../files/csvText.ts'
import type { Checked } from './checked.ts'
import { checkDay } from './dayCell.ts'
import { checkPhoneNumber } from './phoneCell.ts'

const email = z.email().min(5).max(128)

/**
 * A cell's text as it was meant: the apostrophe that keeps a spreadsheet from running a cell as a formula is taken off,
 * so that an export of ours is read back as it was.
 */
export function cellText(raw: string): string {
  return plainCell(raw).trim()
}

/**
 * Bounds are 8x8's (Administration API, basicInfo and directoryInfo) but for the names of people, which may have letters of
 * any script: 8x8 wants two of them and at most 30 of a last name, and then who is called 李 could not be imported.
 */
export const checkCell: Readonly<Record<UserColumn, (text: string) => Checked>> = {
  userName: (text) =>
    /^[A-Za-z0-9.@\-_/]{3,70}$/.test(text)
      ? { value: text }
      : { reason: 'is not a user name of 3 to 70 letters, digits or . @ - _ /' },
  firstName: bounded(1, 128),
  lastName: bounded(1, 128),
  primaryEmail: (text) =>
    text === '' || email.safeParse(text).success ? { value: text } : { reason: 'is not an email address' },
  extensionNumber: (text) =>
    text === '' || extensionNumber.safeParse(text).success
      ? { value: text }
      : { reason: 'is not an extension of 2 to 10 digits' },
  phoneNumber: checkPhoneNumber,
  site: bounded(0, 100),
  department: bounded(0, 100),
  jobTitle: bounded(0, 254),
  timezone: (text) =>
    text === '' || isTimezone(text) ? { value: text } : { reason: 'is not a time zone such as America/New_York' },
  status: checkStatus,
  leavesOn: checkDay,
}

function bounded(least: number, most: number): (text: string) => Checked {
  return (text) => {
    if (hasUnseen(text)) return { reason: 'has a line break or another control character' }
    if (text.length < least) return { reason: text === '' ? 'is empty' : `has fewer than ${least} characters` }
    return text.length > most ? { reason: `has more than ${most} characters` } : { value: text }
  }
}

function checkStatus(text: string): Checked {
  if (/^(active|enabled|)$/i.test(text)) return { value: 'ACTIVE' }
  return /^(inactive|disabled|deactivated)$/i.test(text)
    ? { value: 'INACTIVE' }
    : { reason: 'is neither ACTIVE nor INACTIVE' }
}

function isTimezone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) instanceof Intl.DateTimeFormat
  } catch {
    return false
  }
}
