import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { voicemailSourceKind } from '../../src/shared/imports/contract.ts'
import { cli, jsonLines } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'
import { fileOf } from '../support/importData.ts'

// It holds everybody's voicemail, and other people may have accounts on a server.
it.skipIf(process.platform === 'win32')("a data folder that is made is its owner's alone", async () => {
  const data = join(testFolder(), 'new', 'data')
  const path = fileOf('userName,firstName,lastName\ndana,Dana,Whitfield\n')
  expect(await cli(['import', 'users', path, '--data', data])).toMatchObject({ code: 0 })
  expect(statSync(data).mode & 0o777).toBe(0o700)
})

describe('importing from the command line', () => {
  it('fills a new data folder with users, and refuses a bad file with its lines', async () => {
    const data = join(testFolder(), 'new')
    const bad = fileOf('Login,First name,Last name,DID\nada,Ada,Lovelace,12125550101\n')
    const refused = await cli(['import', 'users', bad, '--data', data])
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toMatch(/^line 2 {2}phoneNumber {2}"12125550101" has no leading plus/)
    const json = await cli(['import', 'users', bad, '--json', '--data', data])
    expect(JSON.parse(json.out)).toMatchObject({ imported: 0, problems: [{ line: 2, column: 'phoneNumber' }] })
    expect((await cli(['import', 'users', bad, '--preview', '--json', '--data', data])).code).toBe(2)

    const good = fileOf('Kennung;Vor;Nach\nada;Ada;Lovelace\n')
    const map = fileOf('{"userName":"Kennung","firstName":"Vor","lastName":"Nach"}', 'map.json')
    expect(JSON.parse((await cli(['import', 'users', good, '--map', map, '--json', '--data', data])).out)).toEqual({
      imported: 1,
      skipped: 0,
      problems: [],
    })
    expect(
      (await cli(['import', 'users', good, '--map', fileOf('{"__proto__":"Vor","user":"x"}'), '--data', data])).code,
    ).toBe(2)
    expect(jsonLines((await cli(['users', '--json', '--data', data])).out)).toMatchObject([
      { userName: 'ada', extension: null },
    ])
  })

  it('takes voicemail from a spool, into a new data folder too', async () => {
    const data = join(testFolder(), 'new')
    const spool = testFolder()
    const voice = readFileSync(join('resources', 'demo', 'voices', 'message-01.wav'))
    const { writeSpool, messageText } = await import('../support/spool.ts')
    writeSpool(spool, {
      'default/1001/INBOX/msg0000.wav': voice,
      'default/1001/INBOX/msg0000.txt': messageText({ origtime: 1788876845, msgId: '1-a' }),
    })
    const command = ['import', 'voicemail', '--from', 'asterisk', spool, '--data', data]
    expect(JSON.parse((await cli([...command, '--preview', '--json'])).out)).toMatchObject({
      messages: 1,
      alreadyHere: 0,
    })
    expect(JSON.parse((await cli([...command, '--json'])).out)).toEqual({
      found: 1,
      imported: 1,
      alreadyHere: 0,
      repaired: 0,
      greetings: 0,
      skipped: 0,
      unreadable: 0,
      unreadableFiles: 0,
      guessed: 0,
      problemCount: 0,
      problems: [],
      extensionsCreated: ['1001'],
      extensionCount: 1,
    })
    expect((await cli(command)).out).toBe(
      '1 messages found: 0 imported, 1 here already, 0 left out, 0 not readable\n0 greetings imported, 0 damaged recordings repaired\n',
    )
  })

  // A script tells a mistyped path from a failing disk by the code.
  it.each([
    ['import', 'users'],
    ...voicemailSourceKind.options.map((kind) => ['import', 'voicemail', '--from', kind]),
    ['archive', 'unseal', '--to', '/nowhere'],
  ])('%s %s, of what is not there is bad input, and makes no data folder', async (...words) => {
    const [data, absent] = [join(testFolder(), 'data'), join(testFolder(), 'absent')]
    const { code, err } = await cli([...words, absent, '--data', data], { env: { OFFHOOK_PASSPHRASE: 'a b c d' } })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`${absent} cannot be read`) as string })
    expect(existsSync(data)).toBe(false)
  })

  it('refuses a map file that is a folder or not JSON', async () => {
    const data = testFolder()
    const csv = fileOf('Login,First name,Last name\nada,Ada,Lovelace\n')
    writeFileSync(join(data, 'map'), '{')
    for (const map of [data, join(data, 'map')])
      expect((await cli(['import', 'users', csv, '--map', map, '--data', data])).code).toBe(2)
  })
})
