import { describe, expect, it } from 'vitest'
import { createSizeCheck, mostBytes } from '../../src/main/ipc/messageSize.ts'

const half = 'x'.repeat(mostBytes / 2)

// A list that grows with the company is sent whole until somebody has a large company: then the window stands still.
describe('a message to the window', () => {
  const check = (strict: boolean) => {
    const warned: unknown[] = []
    const log = { info: () => {}, warn: (...said: unknown[]) => void warned.push(said), error: () => {} }
    return { warned, of: createSizeCheck({ log, strict }) }
  }

  it('of more than a megabyte is an error while developing and in tests, and says which one it is', () => {
    expect(() => check(true).of('users.list', [half, half])).toThrow(/users\.list .* 1000\d\d\d bytes/)
  })

  it('of more than a megabyte is told to the log of an installed app, and is sent', () => {
    const { of, warned } = check(false)
    of('users.list', [half, half])
    expect(warned).toEqual([[expect.any(String), { what: 'users.list', bytes: expect.any(Number) as number }]])
  })

  it('of less is sent without a word', () => {
    const { of, warned } = check(true)
    of('users.list', [half])
    of('session.changed', undefined)
    expect(warned).toEqual([])
  })
})
