import { win32, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bagFolderName } from '../../src/main/archive/folderName.ts'
import { createListing } from '../../src/main/archive/listing.ts'
import { partialOf } from '../../src/main/files/newFile.ts'
import { hostileNames, rules } from '../support/hostileNames.ts'
import { mailbox } from '../support/person.ts'

const { messages } = mailbox(hostileNames.length, () => ({ timezone: 'UTC', receivedAt: '2026-10-01T14:00:00.000Z' }))
const files = messages
  .map((message, index) => ({ ...message, callerName: hostileNames[index]!, callerNumber: '' }))
  .map(createListing(messages.length))
  .map(({ file }) => file)
const names = files.map((file) => file.slice('data/voicemail/'.length))
const folders = hostileNames.map((name) => bagFolderName(name, new Date(2026, 10, 23, 10, 42)))
/** The name that a file has until it is whole must be taken, too. */
const partials = names.map((name) => posix.basename(partialOf(`/x/${name}`)))

it('there are two hundred hostile names and more, all different', () => {
  expect(new Set(hostileNames).size).toBeGreaterThanOrEqual(200)
})

describe.each(Object.entries(rules))('on %s', (_system, { refuses, folds }) => {
  // The rules must be able to refuse, or they prove nothing.
  it('most of the names as they came would be refused, changed or would collide', () => {
    const folded = hostileNames.map(folds)
    const unsafe = hostileNames.filter(
      (name, index) => refuses(name) !== null || folded.indexOf(folded[index]!) !== index,
    )
    expect(unsafe.length).toBeGreaterThan(5)
  })

  it('every name that is made of them is taken as it is', () => {
    for (const name of [...names, ...partials, ...folders]) expect([name, refuses(name)]).toEqual([name, null])
  })

  it('no two files are one', () => {
    expect(new Set(names.map(folds)).size).toBe(names.length)
  })
})

it('nothing leaves its folder, by the separators of any system', () => {
  for (const [index, name] of names.entries()) {
    expect(posix.resolve('/bag', files[index]!)).toBe(`/bag/data/voicemail/${name}`)
    expect(win32.resolve('C:\\bag', name)).toBe(`C:\\bag\\${name}`)
    expect(win32.resolve('C:\\bag', folders[index]!)).toBe(`C:\\bag\\${folders[index]!}`)
  }
})

it('no name shows itself in another direction, or hides a part', () => {
  for (const name of [...names, ...folders])
    expect(name).not.toMatch(/\p{Cc}|\p{Cf}|\p{Bidi_Control}|\p{Default_Ignorable_Code_Point}/u)
})
