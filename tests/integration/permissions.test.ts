import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { listVoicemails } from '../../src/main/phoneSystem/embedded/voicemails.ts'
import { extensionId } from '../../src/shared/ids.ts'
import { contract, type RouteName } from '../../src/shared/ipc/contract.ts'
import {
  isAllowed,
  isOpen,
  permissionNames,
  routePermissions,
  type Holder,
  type Permission,
} from '../../src/shared/operators/permissions.ts'
import { startTestApp } from '../support/app.ts'
import { demoFolder } from '../support/services.ts'

const routes = Object.keys(contract) as RouteName[]

/** The operators of the demo company: one a role, and one with the audit privilege. */
const operators: readonly (Holder & { userName: string })[] = [
  { userName: 'margaret.osei', role: 'primaryAdministrator', auditPrivilege: false },
  { userName: 'caleb.ostrander', role: 'secondaryAdministrator', auditPrivilege: false },
  { userName: 'emre.yildirim', role: 'itAdministrator', auditPrivilege: false },
  { userName: 'ruth.abernathy', role: 'viewer', auditPrivilege: false },
  { userName: 'imogen.platt', role: 'viewer', auditPrivilege: true },
]

/** Who may what, said a second time: primary, secondary, IT administrator, viewer, viewer with the audit privilege. */
const expected: Readonly<Record<Permission, string>> = {
  openOffhook: 'P S I V A',
  ownAccount: 'P S I V A',
  viewCompany: 'P S I V A',
  listen: 'P S I . .',
  exportData: 'P S I . .',
  offboard: 'P S I . .',
  manageExtensions: 'P S I . .',
  manageArchives: 'P S I . .',
  decideArchives: 'P S . . .',
  acceptDamage: 'P S . . .',
  importData: 'P S I . .',
  changeAccounts: 'P S . . .',
  viewAudit: 'P S . . .',
  viewOperators: 'P S . . .',
  manageCompany: 'P . . . .',
  manageOperators: 'P S . . .',
  grantAudit: 'P . . . .',
  handOver: 'P . . . .',
  readChatAudit: 'P . . . A',
}

describe('the permission table', () => {
  // A role that is added to the wrong line gives somebody rights without a sound.
  it.each(permissionNames)('%s', (permission) => {
    const letters = operators.map((operator, index) => (isAllowed(operator, permission) ? 'PSIVA'[index] : '.'))
    expect(letters.join(' ')).toBe(expected[permission])
  })
})

// Input is checked behind the permission, so input that no route takes shows which routes are open and changes nothing.
const nonsense = 7

describe('every route for every role, through the router', () => {
  it('is refused to whoever has not signed in, except what signing in needs', async () => {
    const { app } = await startTestApp(await demoFolder())
    for (const route of routes) {
      const answer = await app.dispatch(route, nonsense)
      const code = isOpen(routePermissions[route]) ? 'VALIDATION_FAILED' : 'NOT_SIGNED_IN'
      expect([route, answer]).toMatchObject([route, { ok: false, error: { code } }])
    }
  })

  it.each(operators.map((operator) => [operator.userName, operator] as const))(
    'as the table says for %s',
    async (_, operator) => {
      const { app, signInAs } = await startTestApp(await demoFolder())
      await signInAs(operator.userName)
      for (const route of routes) {
        const answer = await app.dispatch(route, nonsense)
        const code = isAllowed(operator, routePermissions[route]) ? 'VALIDATION_FAILED' : 'NOT_ALLOWED'
        expect([route, answer]).toMatchObject([route, { ok: false, error: { code } }])
      }
    },
  )

  it('is refused behind the lock, except what unlocking needs', async () => {
    const { app, ask, signInAs } = await startTestApp(await demoFolder())
    await signInAs('margaret.osei')
    await ask('session.lock', {})
    for (const route of routes) {
      const answer = await app.dispatch(route, nonsense)
      const code = isOpen(routePermissions[route]) ? 'VALIDATION_FAILED' : 'LOCKED'
      expect([route, answer]).toMatchObject([route, { ok: false, error: { code } }])
    }
  })
})

describe('what was said in a voicemail', () => {
  // A hundred transcripts of a hundred thousand letters are more than a message to the window holds.
  it('is cut in the list of the window, and whole in what is archived', async () => {
    const folder = await demoFolder()
    const db = new Database(join(folder, 'offhook.sqlite'))
    onTestFinished(() => void db.close())
    const words = 'a'.repeat(100_000)
    const id = extensionId.parse(db.prepare('SELECT extension_id FROM voicemail_message').pluck().get())
    db.prepare('UPDATE voicemail_message SET transcript = ? WHERE extension_id = ?').run(words, id)
    const { ask, signInAs } = await startTestApp(folder)
    await signInAs('margaret.osei')
    const { messages } = await ask('voicemail.list', { extensionId: id, limit: 100 })
    expect(new Set(messages.map(({ transcript }) => transcript?.length))).toEqual(new Set([2000]))
    const archived = new Set<string | null>()
    for await (const { transcript } of listVoicemails(asWriteDb(db), id)) archived.add(transcript)
    expect(archived).toEqual(new Set([words]))
  })

  it.each(operators.map(({ userName, role }) => [userName, role !== 'viewer'] as const))(
    'is told to %s: %s',
    async (userName, told) => {
      const folder = await demoFolder()
      const db = new Database(join(folder, 'offhook.sqlite'), { readonly: true })
      const spoken = 'SELECT extension_id FROM voicemail_message WHERE transcript IS NOT NULL'
      const id = extensionId.parse(db.prepare(spoken).pluck().get())
      db.close()
      const { ask, signInAs } = await startTestApp(folder)
      await signInAs(userName)
      const { messages } = await ask('voicemail.list', { extensionId: id, limit: 100 })
      expect(messages.some(({ transcript }) => transcript !== null)).toBe(told)
    },
  )
})
