import { describe, expect, it } from 'vitest'
import { joinNotes } from './joinNotes.ts'
import { noNotes } from './notes.ts'

describe('notes of two installations', () => {
  const theirs = {
    ...noNotes,
    note: 'Theirs',
    tags: ['Tax'],
    purpose: 'Audit',
    keepUntil: '2030-01-01',
    legalHold: 'Case 1',
    messages: { 'vm-1': 'He agrees', 'vm-2': 'Same' },
  }
  const ours = {
    ...noNotes,
    note: 'Ours',
    tags: ['tax', 'claim'],
    keepUntil: '2029-01-01',
    legalHold: 'Case 2',
    messages: { 'vm-2': 'Same', 'vm-3': 'Order 8' },
  }

  it('are all there, once', () => {
    expect(joinNotes(theirs, ours)).toEqual({
      note: 'Theirs\n\nOurs',
      tags: ['claim', 'tax'],
      purpose: 'Audit',
      keepUntil: '2030-01-01',
      legalHold: 'Case 1; Case 2',
      messages: { 'vm-1': 'He agrees', 'vm-2': 'Same', 'vm-3': 'Order 8' },
    })
  })

  it('keep what only one of them has changed, a removal too; of what both have changed nothing goes', () => {
    const base = { ...theirs, tags: ['Tax', 'old'], messages: { 'vm-1': 'He agrees', 'vm-2': 'Same' } }
    const one = { ...base, purpose: 'Claim', tags: ['Tax'], messages: { 'vm-1': 'He agrees' }, legalHold: null }
    const other = { ...base, note: '', tags: ['Tax', 'old', 'new'], messages: { 'vm-1': 'No', 'vm-2': 'Same' } }
    const joined = {
      ...base,
      note: '',
      purpose: 'Claim',
      tags: ['Tax', 'new'],
      messages: { 'vm-1': 'No' },
      legalHold: null,
    }
    expect(joinNotes(one, other, base)).toEqual(joined)
    expect(joinNotes(other, one, base)).toEqual(joined)
    expect(joinNotes({ ...base, legalHold: 'Case 7' }, one, base)).toMatchObject({ legalHold: 'Case 7' })
    expect(joinNotes({ ...base, messages: {} }, other, base)).toMatchObject({ messages: { 'vm-1': 'No' } })
  })

  it('stay the same when they are joined again', () => {
    const joined = joinNotes(theirs, ours)!
    expect(joinNotes(theirs, joined)).toEqual(joined)
    expect(joinNotes(joined, ours)).toEqual(joined)
  })

  it('are not cut when they are too long together', () => {
    const long = 'x'.repeat(9_000)
    expect(joinNotes({ ...theirs, note: long }, { ...ours, note: `y${long}z`.slice(1) })).not.toBeNull()
    expect(joinNotes({ ...theirs, note: long }, { ...ours, note: 'y'.repeat(9_000) })).toBeNull()
  })
})
