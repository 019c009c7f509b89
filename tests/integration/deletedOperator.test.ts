import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startTestApp } from '../support/app.ts'
import { demoFolder } from '../support/services.ts'

const caleb = { userName: 'caleb.ostrander', password: 'copper-meadow-27' }

describe('an operator whose person was deleted', () => {
  // It sent them to an administrator who could do nothing, and offered the card with the password all the same.
  it('is told to sign in as another, and is not offered on the first page', async () => {
    const dataFolder = await demoFolder()
    const { ask, invoke } = await startTestApp(dataFolder)
    const shown = async () => (await ask('session.status', {})).shown.map(({ userName }) => userName)
    const setStatus = (status: string): void => {
      const database = new Database(join(dataFolder, 'offhook.sqlite'))
      database.prepare('UPDATE user SET status = ? WHERE user_name = ?').run(status, caleb.userName)
      database.close()
    }
    setStatus('INACTIVE')
    expect(await shown()).toContain(caleb.userName)
    expect(await invoke('session.signIn', caleb)).toMatchObject({
      error: { message: 'Caleb Ostrander is deactivated. An administrator can change that on the Users page.' },
    })
    setStatus('DELETED')
    expect(await shown()).not.toContain(caleb.userName)
    expect(await invoke('session.signIn', caleb)).toMatchObject({
      error: { message: 'Caleb Ostrander was deleted. Sign in as another operator.' },
    })
  })
})
