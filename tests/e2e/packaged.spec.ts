import { FuseV1Options, FuseState, getCurrentFuseWire } from '@electron/fuses'
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { sandboxSwitches, untilReady } from './support/launch.ts'
import { ask } from './support/invoke.ts'
import { packInto, startPackage } from './support/packaged.ts'
import { expect, test } from './support/test.ts'

const run = promisify(execFile)

test.describe('a package', { tag: '@package' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 180_000 })
  let folder: string
  let executable: string

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'offhook-e2e-package-'))
    executable = await packInto(folder)
  })
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

  // With one of these the wrong way round, the signed app runs whatever code an environment variable names.
  test('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(executable)
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ]
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ]
    for (const fuse of on) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.ENABLE)
    for (const fuse of off) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.DISABLE)
  })

  test('opens its first screen', async ({ dataFolder }) => {
    const { window, close } = await startPackage(executable, dataFolder)
    await untilReady(window)
    expect(window.url()).toMatch(/^app:\/\/offhook\//)
    expect(await ask(window, 'tenant.status', {})).toMatchObject({ kind: 'none' })
    await close()
  })

  test('makes the demo company, opens it, and brings its voices along', async ({ dataFolder }) => {
    const words = [...sandboxSwitches(), '--cli', 'demo', '--users', '100', '--data', dataFolder]
    await run(executable, words)
    expect(readdirSync(join(dataFolder, 'audio')).length).toBeGreaterThan(0)
    const { window, close } = await startPackage(executable, dataFolder)
    await untilReady(window)
    expect(await ask(window, 'tenant.status', {})).toMatchObject({ kind: 'demo', users: 100 })
    await close()
  })

  test('offboards a person, into an archive that sha256sum accepts', async ({ dataFolder, outputFolder }) => {
    const cli = (...words: string[]) => run(executable, [...sandboxSwitches(), '--cli', ...words, '--data', dataFolder])
    await cli('demo')
    await cli('offboard', 'dana.whitfield', '--archive', outputFolder, '--confirm', '1042')
    const { window, close } = await startPackage(executable, dataFolder)
    await untilReady(window)
    const [offboarded] = await ask(window, 'runs.list', {})
    await close()
    expect(offboarded).toMatchObject({ status: 'done', subject: { kind: 'person', userName: 'dana.whitfield' } })
    await run('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: offboarded!.archive! })
  })

  test('holds the native module outside the archive, for this system alone', () => {
    const unpacked = join(dirname(executable), 'resources', 'app.asar.unpacked', 'node_modules', 'better-sqlite3')
    test.skip(process.platform === 'darwin', 'the resources lie elsewhere')
    const binaries = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.node'),
    )
    expect(binaries).toContain(join('prebuilds', `${process.platform}-${process.arch}.node`))
    expect(binaries.length).toBeLessThanOrEqual(2)
  })
})
