import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startTestApp } from '../support/app.ts'
import { demoFolder } from '../support/services.ts'

// Would catch: somebody who was offboarded, and signs in under the same user name as an operator who is nobody.
it.each(['INACTIVE', 'DELETED'])('nobody who has left becomes an operator (%s)', async (status) => {
  const dataFolder = await demoFolder()
  const { signInAs, invoke } = await startTestApp(dataFolder)
  await signInAs('margaret.osei')
  const database = new Database(join(dataFolder, 'offhook.sqlite'))
  database.prepare("UPDATE user SET status = ? WHERE user_name = 'dana.whitfield'").run(status)
  database.close()
  const dana = {
    name: 'Dana Whitfield',
    userName: 'Dana.Whitfield',
    password: 'first password',
    role: 'viewer' as const,
  }
  expect(await invoke('operators.add', { ...dana, userId: null })).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', message: expect.stringContaining('Dana Whitfield, who may not sign in') as string },
  })
})
