import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fileOf, openImports } from '../support/importData.ts'

const header = 'Username,First Name,Last Name,Email,Ext,DID,Site,Timezone,Status'
const good = 'ada,Ada,Lovelace,ada@example.com,2001,+1 (212) 555-0101,Boston,Europe/London,active'

describe('importing users from CSV', () => {
  it('creates the user, the site, the extension and the number', async () => {
    const { imports, rows } = await openImports()
    const result = await imports.users({ path: fileOf(`${header}\n${good}\n`), skipInvalid: false })
    expect(result).toEqual({ imported: 1, skipped: 0, problems: [] })
    expect(
      rows(`SELECT user.user_name, user.timezone, user.status, user.role, site.name AS site, site.site_code, extension_number, fq_extension_number, phone_number, is_primary, country
        FROM user JOIN site ON site.id = user.site_id JOIN extension ON extension.user_id = user.id JOIN phone_number ON phone_number.extension_id = extension.id
        WHERE user_name = 'ada'`),
    ).toEqual([
      {
        user_name: 'ada',
        timezone: 'Europe/London',
        status: 'ACTIVE',
        role: 'none',
        site: 'Boston',
        site_code: '11',
        extension_number: '2001',
        fq_extension_number: '112001',
        phone_number: '+12125550101',
        is_primary: 1,
        country: 'US',
      },
    ])
    expect(rows("SELECT operator, subject FROM audit_entry WHERE action = 'import.users'")).toEqual([
      { operator: 'tester', subject: 'users.csv' },
    ])
  })

  // What a directory exports as display names; a row without both names is not imported under half a name.
  it('parts a column that has first and last name', async () => {
    const { imports, rows } = await openImports()
    const names = ['Ada King Lovelace', '"Wei, Li"', 'Bola', '"  Cy   Young "']
    const file = fileOf(`Display name,Login\n${names.map((name, index) => `${name},login${index}`).join('\n')}\n`)
    const { mapping, problems } = await imports.previewUsers({ path: file })
    expect(mapping).toMatchObject({ firstName: 'Display name', lastName: 'Display name' })
    expect(problems).toEqual([
      { line: 4, column: 'firstName', reason: '"Bola" is one word, not a first and a last name.' },
    ])
    await imports.users({ path: file, skipInvalid: true })
    expect(
      rows("SELECT first_name, last_name FROM user WHERE user_name LIKE 'login%' ORDER BY user_name").map(
        Object.values,
      ),
    ).toEqual([
      ['Ada King', 'Lovelace'],
      ['Li', 'Wei'],
      ['Cy', 'Young'],
    ])
  })

  it('knows from the file who leaves when, and names a day that is none', async () => {
    const { imports, rows } = await openImports()
    const file = (day: string) =>
      fileOf(`Login,First name,Last name,Last day\nada,Ada,Lovelace,${day}\nbola,Bola,李,\n`)
    const impossible = await imports.previewUsers({ path: file('2026-02-30') })
    expect(impossible.problems).toEqual([
      { line: 2, column: 'leavesOn', reason: '"2026-02-30" is not a day of the calendar.' },
    ])
    await imports.users({ path: file('31.12.2026'), skipInvalid: false })
    expect(rows("SELECT user_name, leaves_on FROM user WHERE user_name IN ('ada', 'bola') ORDER BY user_name")).toEqual(
      [
        { user_name: 'ada', leaves_on: '2026-12-31' },
        { user_name: 'bola', leaves_on: null },
      ],
    )
  })

  it('creates the company in an empty data folder', async () => {
    const { imports, rows } = await openImports(undefined, true)
    await imports.users({ path: fileOf('login;vorname;nachname\nada;Ada;Lovelace\n'), skipInvalid: false })
    expect(rows('SELECT tenant.kind, site.name FROM tenant, site')).toEqual([{ kind: 'own', name: 'Main site' }])
  })

  it.each([
    ['a byte order mark, semicolons and CRLF', '\ufeffLogin;First name;Last name\r\nada;Ada;Lovelace\r\n'],
    ['tabs', 'Login\tFirst name\tLast name\nada\tAda\tLovelace\n'],
    ['old Mac line ends', 'Login,First name,Last name\rada,Ada,Lovelace\r'],
    ['no last line end, empty lines and empty rows', '\nLogin,First name,Last name\n\n,,\nada,Ada,Lovelace'],
  ])('reads %s', async (_, text) => {
    const { imports, rows } = await openImports()
    const result = await imports.users({ path: fileOf(text), skipInvalid: false })
    expect(result).toEqual({ imported: 1, skipped: 0, problems: [] })
    expect(rows("SELECT last_name FROM user WHERE user_name = 'ada'")).toEqual([{ last_name: 'Lovelace' }])
  })

  it('reads letters that are cut by a chunk of the file', async () => {
    const { imports, rows } = await openImports()
    const filler = `${'x'.repeat(100)}\n`
    const lines = Array.from(
      { length: 1300 },
      (_, index) => `user${index},Zoë${index % 7 === 0 ? 'é' : ''},Ünal,${filler.trim()}\n`,
    )
    await imports.users({
      path: fileOf(`Login,First name,Last name,Department\n${lines.join('')}`),
      skipInvalid: false,
    })
    expect(rows("SELECT count(*) AS n FROM user WHERE last_name = 'Ünal' AND first_name LIKE 'Zoë%'")).toEqual([
      { n: 1300 },
    ])
  })

  it.each([
    ['UTF-16', Buffer.from(`\ufeff${header}\n${good}`, 'utf16le'), 'UTF-16'],
    ['UTF-16 without a mark', Buffer.from(`${header}\n${good}`, 'utf16le'), 'UTF-16'],
    // Would catch: a picture of which it is said that it is a text in UTF-16.
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000001', 'hex'), 'not a text file'],
    ['bytes without a meaning', Buffer.from('0007f3a10000c2ff5e21', 'hex'), 'not a text file'],
    ['Latin-1', Buffer.from('Login,First name,Last name\nada,Zo\xeb,Lovelace\n', 'latin1'), 'another encoding'],
    [
      'a cut UTF-8 letter at the end',
      Buffer.concat([Buffer.from('Login,First name,Last name\nada,Ada,Zo'), Buffer.from([0xc3])]),
      'another encoding',
    ],
  ])('refuses %s instead of changing names', async (_, bytes, reason) => {
    const { imports } = await openImports()
    await expect(imports.users({ path: fileOf(bytes), skipInvalid: true })).rejects.toMatchObject({
      code: 'IMPORT_REJECTED',
      message: expect.stringContaining(reason) as string,
    })
  })

  it('names the line of each bad row, also behind quoted line breaks', async () => {
    const { imports, rows } = await openImports()
    const text = `${header},Department\r\n${good},"two\r\n\r\nlines"\r\n,Bob,Builder,bob,12x,12125550102,,Mars/One,gone,x\r\nshort,row\r\n`
    const preview = await imports.previewUsers({ path: fileOf(text) })
    expect(preview.problems.map(({ line, column }) => `${line} ${column ?? '-'}`)).toEqual([
      '2 department',
      '5 userName',
      '5 primaryEmail',
      '5 extensionNumber',
      '5 phoneNumber',
      '5 timezone',
      '5 status',
      '6 -',
    ])
    expect(preview).toMatchObject({ rows: 3, valid: 0, problemCount: 8 })
    await expect(imports.users({ path: fileOf(text), skipInvalid: false })).rejects.toMatchObject({
      code: 'IMPORT_REJECTED',
      details: { problemCount: 8 },
    })
    expect(rows("SELECT count(*) AS n FROM user WHERE status <> 'DELETED'")).toEqual([{ n: 1 }])
  })

  it('names the line where the quotes do not match', async () => {
    const { imports } = await openImports()
    const text = 'Login,First name,Last name\n"a\n\nb",Ada,Lovelace\nbob,"Bob"x,Builder\n'
    await expect(imports.previewUsers({ path: fileOf(text) })).rejects.toMatchObject({
      code: 'IMPORT_REJECTED',
      message: expect.stringContaining('line 5') as string,
    })
    await expect(imports.previewUsers({ path: fileOf('Login,First name\nada,"Ada\n') })).rejects.toMatchObject({
      message: expect.stringContaining('line 2') as string,
    })
  })

  it('finds duplicates inside the file and against the directory', async () => {
    const { imports } = await openImports()
    const lines = [
      'Login,First name,Last name,Ext,DID',
      'DANA,Ad,Lo,,',
      'ada,Ad,Lo,1001,+12125550134',
      'Ada,Ad,Lo,2001,+12125550101',
      'bob,Bo,Bu,2001,+12125550101',
      'cyd,Cy,Du,600,',
      'dot,Do,Ti,,+12125550177',
    ]
    const preview = await imports.previewUsers({ path: fileOf(lines.join('\n')) })
    expect(preview.problems.map(({ line, column }) => `${line} ${column ?? '-'}`)).toEqual([
      '2 userName',
      '3 extensionNumber',
      '3 phoneNumber',
      '4 userName',
      '5 extensionNumber',
      '5 phoneNumber',
      '6 extensionNumber',
      '7 phoneNumber',
    ])
    expect(preview.problems[4]?.reason).toContain('line 4')
  })

  it('gives a free extension, an idle number and the name of a deleted user to the new one', async () => {
    const { imports, rows } = await openImports()
    await imports.users({
      path: fileOf('Login,First name,Last name,Ext,DID\nEli,Eli,New,1009,+12125550199\n'),
      skipInvalid: false,
    })
    expect(
      rows(`SELECT extension.id, phone_number.status, is_primary FROM user JOIN extension ON extension.user_id = user.id
        JOIN phone_number ON extension_id = extension.id WHERE user_name = 'Eli'`),
    ).toEqual([{ id: 'e9', status: 'ASSIGNED', is_primary: 1 }])
  })

  it('imports the good rows when the bad ones are to be left out', async () => {
    const { imports, rows } = await openImports()
    const result = await imports.users({ path: fileOf(`${header}\n${good}\nx,y,z,,,,,,\n`), skipInvalid: true })
    expect(result).toMatchObject({ imported: 1, skipped: 1 })
    expect(result.problems).not.toEqual([])
    expect(rows("SELECT count(*) AS n FROM user WHERE user_name = 'ada'")).toEqual([{ n: 1 }])
  })

  it('imports nothing when a required column has no header, whatever is to be left out', async () => {
    const { imports, rows } = await openImports()
    const path = fileOf('Login,First name\nada,Ada\n')
    expect(await imports.previewUsers({ path })).toMatchObject({ rows: 1, valid: 0, problemCount: 1, sample: [] })
    await expect(imports.users({ path, skipInvalid: true })).rejects.toMatchObject({ code: 'IMPORT_REJECTED' })
    // The field in which it is mapped has this label.
    await expect(imports.users({ path, skipInvalid: true })).rejects.toThrow('stands for "Last name".')
    expect(rows("SELECT count(*) AS n FROM user WHERE user_name = 'ada'")).toEqual([{ n: 0 }])
  })

  it('imports nothing when a name is taken between check and import', async () => {
    const { imports, rows, database } = await openImports()
    const report = (): void => {
      database.prepare("UPDATE user SET user_name = 'ada' WHERE id = 'u1'").run()
    }
    await expect(
      imports.users({ path: fileOf(`${header}\n${good}\nbob,Bob,Builder,,,,,,\n`), skipInvalid: false, report }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(rows("SELECT count(*) AS n FROM user WHERE user_name = 'bob'")).toEqual([{ n: 0 }])
    expect(rows("SELECT count(*) AS n FROM site WHERE name = 'Boston'")).toEqual([{ n: 0 }])
  })

  it('stops when it is cancelled, with nothing imported, and can be started again', async () => {
    const { imports, rows } = await openImports()
    const path = fileOf(`${header}\n${good}\n`)
    const control = new AbortController()
    const cancelled = imports.users({ path, skipInvalid: false, signal: AbortSignal.abort() })
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(rows("SELECT count(*) AS n FROM user WHERE user_name = 'ada'")).toEqual([{ n: 0 }])
    expect(await imports.users({ path, skipInvalid: false, signal: control.signal })).toMatchObject({ imported: 1 })
  })

  it('refuses a second import while one is running', async () => {
    const { imports } = await openImports()
    const path = fileOf(`${header}\n${good}\n`)
    const first = imports.users({ path, skipInvalid: false })
    await expect(imports.users({ path, skipInvalid: false })).rejects.toMatchObject({ code: 'CONFLICT' })
    await first
  })

  it('says what is wrong with a file that is empty or not there', async () => {
    const { imports } = await openImports()
    await expect(imports.previewUsers({ path: fileOf('\n\n') })).rejects.toMatchObject({ code: 'IMPORT_REJECTED' })
    await expect(imports.previewUsers({ path: '/nonexistent/users.csv' })).rejects.toMatchObject({
      code: 'FILE_PROBLEM',
    })
    const path = fileOf(header)
    writeFileSync(path, header)
    expect(await imports.previewUsers({ path })).toMatchObject({ rows: 0, problems: [] })
  })
})
