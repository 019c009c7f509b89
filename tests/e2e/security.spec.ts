// The items of Electron's security checklist (https://www.electronjs.org/docs/latest/tutorial/security) that can be
// seen from outside, each against the running app. The fuses are read back in packaged.spec.ts.
import { createSocket } from 'node:dgram'
import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { checkout } from './support/launch.ts'
import { startLocalServer, type LocalServer } from './support/localServer.ts'
import { expect, test } from './support/test.ts'
import { violatedBy } from './support/violations.ts'

let outside: LocalServer
test.beforeAll(async () => {
  outside = await startLocalServer()
})
test.afterAll(() => outside.close())

test.describe('the page', () => {
  test('has no Node and no Electron, only the bridge', async ({ window }) => {
    const reach = await window.evaluate(() => ({
      globals: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer'].filter((name) => name in globalThis),
      bridge: Object.keys(globalThis.window.bridge).toSorted(),
      frozen: Object.isFrozen(globalThis.window.bridge),
    }))
    expect(reach).toEqual({ globals: [], bridge: ['invoke', 'locale', 'on'], frozen: true })
  })

  test('runs isolated, sandboxed and with web security', async ({ app, window }) => {
    expect(window.url()).toMatch(/^app:\/\/offhook\//)
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      // Electron has this method, its types do not.
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as Electron.WebContents & {
        getLastWebPreferences(): Electron.WebPreferences
      }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false })
    expect(preferences).toMatchObject({ webSecurity: true, webviewTag: false, nodeIntegrationInSubFrames: false })
    expect(preferences.allowRunningInsecureContent ?? false).toBe(false)
    expect(preferences.experimentalFeatures ?? false).toBe(false)
    expect(preferences.enableBlinkFeatures ?? '').toBe('')
  })
})

test.describe('the process of the page', () => {
  test.skip(process.platform !== 'linux', 'The sandbox is read from /proc')
  test.skip(process.getuid?.() === 0, 'Root cannot have the sandbox: run this as an ordinary user')

  test("lives in Chromium's sandbox", async ({ app, window }) => {
    expect(await window.title()).toBe('Offhook')
    const pid = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
    )
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m)
    expect(await app.evaluate(({ app: electron }) => electron.commandLine.hasSwitch('no-sandbox'))).toBe(false)
  })
})

test.describe('the content policy', () => {
  test('allows what the app is made of and nothing else', async ({ window }) => {
    const policy = await window.evaluate(async () => {
      const page = await fetch('/index.html')
      return page.headers.get('content-security-policy') ?? ''
    })
    expect(
      policy
        .replace(/'nonce-[^']{22,}'/, "'nonce'")
        .split('; ')
        .toSorted(),
    ).toEqual([
      "base-uri 'none'",
      "connect-src 'self' media:",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      'media-src media:',
      "object-src 'none'",
      "script-src 'self'",
      "style-src-elem 'self' 'nonce'",
    ])
  })

  test('gives every load a nonce of its own', async ({ window }) => {
    const pages = await window.evaluate(() =>
      Promise.all([1, 2].map(async () => (await fetch('/index.html')).headers.get('content-security-policy'))),
    )
    expect(pages[0]).not.toBe(pages[1])
  })

  // Stored text (a caller's name, a transcript) that ends up as HTML must not run.
  test('stops scripts in the page, string code, frames, foreign pictures and forms', async ({ window }) => {
    const inline = await violatedBy(window, () => {
      const holder = document.createElement('div')
      holder.innerHTML = '<img src="data:," onerror="window.injected = true">'
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.body.append(holder, script)
    })
    expect(inline).toEqual(expect.arrayContaining(['script-src-elem', 'script-src-attr']))
    expect(await window.evaluate(() => 'injected' in globalThis)).toBe(false)
    expect(await violatedBy(window, () => void Reflect.construct(Function, ['return 1']))).toContain('script-src')
    expect(
      await violatedBy(window, () => {
        const frame = document.createElement('iframe')
        frame.src = '/index.html'
        document.body.append(frame)
      }),
    ).toContain('frame-src')
    expect(await violatedBy(window, () => void (new Image().src = 'https://example.com/a.png'))).toContain('img-src')
    expect(await violatedBy(window, () => document.body.setAttribute('style', 'color: red'))).toContain(
      'style-src-attr',
    )
  })

  test('is not violated by the app itself', async ({ window }) => {
    const complaints: string[] = []
    window.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text())
    })
    await window.reload()
    await window.locator('#root[data-ready="true"]').waitFor({ state: 'attached' })
    expect(complaints).toEqual([])
  })
})

test.describe('requests', () => {
  test('go nowhere, even where no content policy applies', async ({ app, window }) => {
    expect(await window.evaluate((url) => fetch(url).then(String, () => 'refused'), outside.address)).toBe('refused')
    const fromSession = await app.evaluate(
      ({ session }, url) => session.defaultSession.fetch(url).then(String, () => 'refused'),
      outside.address,
    )
    expect(fromSession).toBe('refused')
    expect(outside.hits()).toBe(0)
  })

  test('reach no file by its path', async ({ app, window }) => {
    const addresses = [
      'app://offhook/..%2fmain%2findex.js',
      'app://offhook/%2e%2e/%2e%2e/package.json',
      'app://offhook/..%5c..%5cpackage.json',
      'app://offhook/package.json',
      'app://elsewhere/index.html',
      'media://voicemail/..%2f..%2f..%2fetc%2fpasswd',
      'media://archive/..%2f..%2fetc/passwd',
      'media://greeting/..%2f..%2f..%2fetc%2fpasswd',
      'media://archived-greeting/..%2f..%2fetc/passwd',
      'media://file/etc/passwd',
    ]
    expect(await window.evaluate(() => fetch('file:///etc/passwd').then(String, () => 'refused'))).toBe('refused')
    for (const address of addresses) {
      // Asked from main too, where no content policy stands before the handlers.
      expect(
        await window.evaluate(
          (url) =>
            fetch(url).then(
              ({ ok }) => ok,
              () => false,
            ),
          address,
        ),
      ).toBe(false)
      const inMain = await app.evaluate(
        ({ session }, url) =>
          session.defaultSession.fetch(url).then(
            ({ ok }) => ok,
            () => false,
          ),
        address,
      )
      expect(inMain).toBe(false)
    }
  })

  test('are read-only', async ({ window }) => {
    const statuses = await window.evaluate(() =>
      Promise.all([
        fetch('/index.html', { method: 'POST', body: 'x' }).then(({ status }) => status),
        fetch('media://voicemail/x', { method: 'POST', body: 'x' }).then(({ status }) => status),
      ]),
    )
    expect(statuses).toEqual([404, 405])
  })

  test('bring no spelling dictionaries', async ({ app, window }) => {
    expect(await window.title()).toBe('Offhook')
    expect(await app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false)
  })
})

test('a click may put text on the clipboard', async ({ window }) => {
  // Whether the window is in front is the desktop's to decide; the page is told that it is.
  const session = await window.context().newCDPSession(window)
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true })
  await window.evaluate(() => {
    const tell = (outcome: string) => () => (document.body.dataset['copied'] = outcome)
    const copy = (): unknown => navigator.clipboard.writeText('the hash of a plan').then(tell('yes'), tell('no'))
    document.addEventListener('click', copy, { once: true })
  })
  await window.mouse.click(300, 300)
  await expect(window.locator('body')).toHaveAttribute('data-copied', 'yes')
})

test('no permission is granted, asked for or not', async ({ window }) => {
  const answers = await window.evaluate(async () => ({
    states: await Promise.all(
      (['notifications', 'geolocation', 'camera', 'microphone'] as PermissionName[]).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    ),
    // 1 is PERMISSION_DENIED; without the handler the position is merely unavailable.
    position: await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve(0),
        ({ code }) => resolve(code),
      )
    }),
    clipboard: await navigator.clipboard.readText().then(String, (error: Error) => error.name),
  }))
  expect(answers).toEqual({
    states: ['denied', 'denied', 'denied', 'denied'],
    position: 1,
    clipboard: 'NotAllowedError',
  })
})

test.describe('the window', () => {
  test('stays on its page and opens no other', async ({ app, window }) => {
    const before = window.url()
    const opened = await window.evaluate((url) => {
      const child = globalThis.window.open(url)
      const link = document.createElement('a')
      link.href = url
      document.body.append(link)
      link.click()
      return child === null
    }, outside.address)
    await window.evaluate((url) => void (location.href = url), outside.address)
    await window.waitForTimeout(500)
    expect(opened).toBe(true)
    expect(window.url()).toBe(before)
    expect(app.windows()).toHaveLength(1)
    expect(outside.hits()).toBe(0)
  })

  // The request filter would stop an outside page too; this is a page of the app's own scheme.
  test('does not follow a link to another document of the app', async ({ window }) => {
    const before = window.url()
    await window.evaluate(() => void (location.href = 'app://offhook/other.html'))
    await window.waitForTimeout(300)
    expect(window.url()).toBe(before)
  })

  test('holds no webview', async ({ app, window }) => {
    await window.evaluate((url) => {
      const view = document.createElement('webview')
      view.setAttribute('src', url)
      document.body.append(view)
    }, outside.address)
    await window.waitForTimeout(300)
    const guards = await app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => contents.listenerCount('will-attach-webview')),
    )
    expect(guards).toEqual([1])
  })

  test('downloads nothing', async ({ app, window }) => {
    await app.evaluate(({ session }) => {
      session.defaultSession.on('will-download', (event) => {
        Object.assign(globalThis, { downloadRefused: event.defaultPrevented })
      })
    })
    await window.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'data:application/octet-stream,x'
      link.download = 'x.bin'
      link.click()
    })
    const refused = (): Promise<unknown> => app.evaluate(() => Reflect.get(globalThis, 'downloadRefused') as unknown)
    await expect.poll(refused).toBe(true)
  })
})

test('a page reaches nobody by WebRTC', async ({ window }) => {
  const heard: number[] = []
  const socket = createSocket('udp4')
  socket.on('message', (bytes) => heard.push(bytes.length))
  await new Promise<void>((done) => socket.bind(0, '0.0.0.0', done))
  const own = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)
  const server = `${own?.address ?? '127.0.0.1'}:${socket.address().port}`
  await window.evaluate(async (address) => {
    const turn = { urls: `turn:${address}?transport=udp`, username: 'dana.whitfield', credential: 'x' }
    const peer = new RTCPeerConnection({ iceServers: [turn, { urls: `stun:${address}` }] })
    peer.createDataChannel('out')
    await peer.setLocalDescription(await peer.createOffer())
    await new Promise((done) => setTimeout(done, 2000))
  }, server)
  socket.close()
  expect(heard).toEqual([])
})

test.describe('calls to main', () => {
  test('are answered to the main window alone', async ({ app, window }) => {
    expect(await window.evaluate(() => globalThis.window.bridge.invoke('preferences.get', {}))).toMatchObject({
      ok: true,
    })
    const foreign = await app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const second = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
        await second.loadURL('app://offhook/index.html')
        const answer = (await second.webContents.executeJavaScript('bridge.invoke("preferences.get", {})')) as unknown
        second.destroy()
        return answer
      },
      join(checkout, 'out', 'preload', 'index.cjs'),
    )
    expect(foreign).toMatchObject({ ok: false, error: { code: 'FORBIDDEN_SENDER' } })
  })

  test('are refused when another page sits in the main window', async ({ app, window }) => {
    expect(await window.title()).toBe('Offhook')
    const answer = await app.evaluate(async ({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      await webContents.loadURL('data:text/html,<p>another page')
      return (await webContents.executeJavaScript('bridge.invoke("preferences.get", {})')) as unknown
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN_SENDER' } })
  })

  test('are answered with an error, never thrown, whatever is sent', async ({ window }) => {
    const send = (name: unknown, input: unknown): Promise<unknown> =>
      window.evaluate(([route, value]) => globalThis.window.bridge.invoke(route as string, value), [name, input])
    for (const name of ['nothing.here', '__proto__', 'constructor', 'toString', '', 7, null])
      expect(await send(name, {})).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    for (const input of [null, 'x', { theme: 'purple' }, { theme: { toString: 1 } }])
      expect(await send('preferences.setTheme', input)).toMatchObject({
        ok: false,
        error: { code: 'VALIDATION_FAILED' },
      })
  })

  test('go through one channel', async ({ app, window }) => {
    expect(await window.title()).toBe('Offhook')
    const channels = await app.evaluate(({ ipcMain }) => ipcMain.eventNames().filter((name) => name !== 'error'))
    expect(channels).toEqual([])
  })
})

test('nothing opens an address outside, and Electron is a pinned, current release', () => {
  const built = readFileSync(join(checkout, 'out', 'main', 'index.js'), 'utf8')
  expect(built).not.toContain('openExternal')
  const { devDependencies } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  expect(devDependencies['electron']).toMatch(/^4[5-9]\.\d+\.\d+$/)
})
