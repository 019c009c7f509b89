import { userColumns, type UserColumn } from '../../../../shared/imports/contract.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'

export type Mapping = Partial<Record<UserColumn, string>>

/**
 * What a header may be called, best first, compared without case, spaces and punctuation. Dotted names in the style of
 * 8x8's bulk upload match as a whole, or by what follows the last dot.
 */
const aliases: Readonly<Record<UserColumn, readonly string[]>> = {
  userName: [
    'username',
    'userid',
    'login',
    'loginname',
    'loginid',
    'signinname',
    'userprincipalname',
    'upn',
    'samaccountname',
  ],
  firstName: ['firstname', 'givenname', 'forename', 'first', 'vorname', 'prenom'],
  lastName: ['lastname', 'surname', 'familyname', 'last', 'sn', 'nachname'],
  primaryEmail: ['primaryemail', 'email', 'emailaddress', 'mail', 'primaryemailaddress', 'workemail'],
  extensionNumber: ['extensionnumber', 'extension', 'ext', 'extno', 'extn', 'internalnumber', 'mailbox'],
  phoneNumber: [
    'phonenumber',
    'uservoicenumber',
    'did',
    'didnumber',
    'ddi',
    'directnumber',
    'directdial',
    'phone',
    'telephone',
    'telephonenumber',
    'businessphone',
    'workphone',
  ],
  site: ['site', 'sitename', 'location', 'office', 'branch'],
  department: ['department', 'dept', 'team'],
  jobTitle: ['jobtitle', 'title', 'position'],
  timezone: ['timezone', 'tz', 'timezoneid'],
  status: ['status', 'userstatus', 'accountstatus', 'state'],
  leavesOn: [
    'leaveson',
    'lastday',
    'lastworkingday',
    'leavingdate',
    'leavedate',
    'employeeleavedatetime',
    'terminationdate',
    'enddate',
  ],
}

/** What a header may be called whose cells have first and last name. */
const fullNames = ['name', 'fullname', 'displayname', 'employeename', 'commonname', 'cn']

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/**
 * Which header of the file fills which column; what was given wins, an empty header leaves the column out. First and last name
 * may have the same.
 */
export function mapHeaders(headers: readonly string[], given: Readonly<Record<string, string>> = {}): Mapping {
  const mapping: Mapping = {}
  for (const column of userColumns) {
    const header = Object.hasOwn(given, column) ? given[column] : guess(headers, aliases[column])
    if (header !== undefined && header !== '') mapping[column] = header
  }
  if (mapping.firstName === undefined && mapping.lastName === undefined) Object.assign(mapping, inOne(headers, given))
  checkGiven(headers, given)
  return mapping
}

/** Both names out of one column, unless something else was said of one of them. */
function inOne(headers: readonly string[], given: Readonly<Record<string, string>>): Mapping {
  const header = guess(headers, fullNames)
  const said = Object.hasOwn(given, 'firstName') || Object.hasOwn(given, 'lastName')
  return said || header === undefined ? {} : { firstName: header, lastName: header }
}

/** Where each mapped column stands. Throws IMPORT_REJECTED when a mapped header stands twice. */
export function columnPositions(headers: readonly string[], mapping: Mapping): ReadonlyMap<UserColumn, number> {
  const positions = new Map<UserColumn, number>()
  for (const column of userColumns) {
    const header = mapping[column]
    if (header === undefined) continue
    const position = headers.indexOf(header)
    if (headers.lastIndexOf(header) !== position)
      throw new AppError(
        'IMPORT_REJECTED',
        `The header "${header}" stands twice. Rename one of the two and import the file again.`,
      )
    positions.set(column, position)
  }
  return positions
}

function guess(headers: readonly string[], names: readonly string[]): string | undefined {
  for (const name of names) {
    const found =
      headers.find((header) => plain(header) === name) ??
      headers.find((header) => /^user\..*\./i.test(header.trim()) && plain(header.split('.').at(-1)!) === name)
    if (found !== undefined) return found
  }
  return undefined
}

function checkGiven(headers: readonly string[], given: Readonly<Record<string, string>>): void {
  for (const [column, header] of Object.entries(given)) {
    if (!(userColumns as readonly string[]).includes(column))
      throw new AppError(
        'VALIDATION_FAILED',
        `"${column}" is not a column of a user. The columns are ${userColumns.join(', ')}.`,
      )
    if (header !== '' && !headers.includes(header))
      throw new AppError(
        'IMPORT_REJECTED',
        `The file has no header "${header}". Its headers are ${headers.slice(0, 30).join(', ')}.`,
      )
  }
}
