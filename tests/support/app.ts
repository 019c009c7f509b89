import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { openData } from '../../src/main/data.ts'
import type { Desktop, Dialogs } from '../../src/main/desktop.ts'
import { defaultSettings } from '../../src/main/settings/settings.ts'
import { start, type StartOptions } from '../../src/main/start.ts'
import type { InputOf, OutputOf, RouteName } from '../../src/shared/ipc/contract.ts'
import type { Result } from '../../src/shared/ipc/errors.ts'
import { fixedClock } from './clock.ts'
import { testFolder } from './folder.ts'
import type { Heard } from './services.ts'

/** Main as it is behind the window, on a real data folder, with a desktop that answers nothing but what dialogs answers. */
export async function startTestApp(dataFolder: string, dialogs: Partial<Dialogs> = {}) {
  const clock = fixedClock()
  const heard: Heard[] = []
  const settings = { ...defaultSettings }
  const desktop = silentDesktop((event) => heard.push(event), dialogs)
  const options: StartOptions = {
    dataFolder,
    resourcesFolder: 'resources',
    version: '0.0.0',
    desktop,
    settings: { get: (key) => settings[key], set: (key, value) => void (settings[key] = value) },
    clock,
    ids: { next: randomUUID },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    checkOutput: true,
  }
  const app = start(options, await openData({ ...options, emit: desktop.emit }))
  onTestFinished(() => app.close())
  /** Asks as the window does. */
  const invoke = async <R extends RouteName>(name: R, input: InputOf<R>): Promise<Result<OutputOf<R>>> =>
    // The router answers every route with a Result of the contract's output.
    (await app.dispatch(name, input)) as Result<OutputOf<R>>
  /** The same, for what has to succeed. */
  const ask = async <R extends RouteName>(name: R, input: InputOf<R>): Promise<OutputOf<R>> => {
    const result = await invoke(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`)
    return result.value
  }
  /** Signs in as an operator of the demo company. */
  const signInAs = async (userName: string): Promise<void> => {
    await ask('session.signOut', {})
    const { shown } = await ask('session.status', {})
    const operator = shown.find((one) => one.userName === userName)
    if (operator === undefined) throw new Error(`No operator ${userName}`)
    await ask('session.signIn', { userName, password: operator.password })
  }
  return { app, clock, heard, invoke, ask, signInAs }
}

function silentDesktop(hear: (heard: Heard) => void, dialogs: Partial<Dialogs>): Desktop {
  const folder = testFolder()
  return {
    dialogs: {
      chooseFolder: async () => null,
      chooseFile: async () => null,
      saveFile: async () => null,
      ...dialogs,
    },
    showItem: () => {},
    trash: async () => {},
    printPdf: async () => new Uint8Array(),
    notify: () => {},
    showProgress: () => {},
    keepAwake: () => {},
    applyTheme: () => {},
    emit: (name, payload) => hear({ name, payload }),
    documentsFolder: folder,
  }
}
