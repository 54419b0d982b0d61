import { createServer } from 'node:http'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '../harness/fixtures.ts'
import type { ElectronApp } from '../harness/launch-electron.ts'
import { rootDir } from '../harness/root-dir.ts'
import { answerFolderDialog, launchElectron } from '../harness/launch-electron.ts'

// What the window may not do, tried in the window. Nothing here is mocked.

// One window for all: none of this may leave a trace in it.
const test = base.extend<object, { launched: ElectronApp & { readonly dataDir: string } }>({
  launched: [
    async ({}, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'winnow-e2e-'))
      const launched = await launchElectron({ dataDir })
      await use({ ...launched, dataDir })
      await launched.electron.close()
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker' },
  ],
})

test.beforeEach(async ({ launched: { page } }) => {
  await page.reload()
})

test('the page has no Node and six things from Electron', async ({ launched: { page } }) => {
  const found = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in window),
    bridge: Object.keys(window.winnow ?? {}).toSorted(),
    electron: ['ipcRenderer', 'electron', 'electronAPI'].filter((name) => name in window),
  }))
  expect(found).toEqual({
    node: [],
    bridge: ['call', 'folderDialog', 'onMenuCommand', 'pathsOfDrop', 'platform', 'subscribe'],
    electron: [],
  })
})

test('the page loads without breaking its own policy', async ({ launched: { page } }) => {
  const violations: string[] = []
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text())
  })
  await page.reload()
  await page.evaluate(() => window.winnow?.call('system.info', {}).reply)
  expect(violations).toEqual([])
})

test('the policy blocks code, styles and addresses that are not its own', async ({ launched: { page } }) => {
  const blocked = await page.evaluate(async () => {
    const directives = new Set<string>()
    document.addEventListener('securitypolicyviolation', (event) => directives.add(event.effectiveDirective))
    const add = (html: string): void => document.body.append(document.createRange().createContextualFragment(html))
    add('<script>window.ran = true</script>')
    add('<script src="data:text/javascript,window.ran = true"></script>')
    add('<style>body { color: red }</style>')
    add('<img src="https://example.com/a.png">')
    add('<iframe src="app://app/index.html"></iframe>')
    add('<object data="app://app/index.html"></object>')
    add('<base href="https://example.com/">')
    add('<link rel="stylesheet" href="https://example.com/a.css">')
    const fetched = await fetch('https://example.com/').catch(() => 'refused')
    const socket = await new Promise((resolve) => {
      try {
        const webSocket = new WebSocket('ws://127.0.0.1:9/')
        webSocket.addEventListener('error', () => resolve('refused'))
        webSocket.addEventListener('open', () => resolve('open'))
      } catch {
        resolve('refused')
      }
    })
    let evaluated = 'ran'
    try {
      // oxlint-disable-next-line no-new-func -- whether this is refused is the question
      new Function('return 1')()
    } catch {
      evaluated = 'refused'
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
    return { directives: [...directives].toSorted(), fetched, socket, evaluated, ran: 'ran' in window }
  })
  expect(blocked).toEqual({
    directives: [
      'base-uri',
      'connect-src',
      'frame-src',
      'img-src',
      'object-src',
      'script-src',
      'script-src-elem',
      'style-src-elem',
    ],
    fetched: 'refused',
    socket: 'refused',
    evaluated: 'refused',
    ran: false,
  })
})

test('the window stays where it is', async ({ launched: { page } }) => {
  const addresses = [
    'https://example.com/',
    'file:///etc/hosts',
    'data:text/html,<h1>x</h1>',
    'app://evil/',
    'chrome://gpu/',
    'about:blank',
  ]
  for (const address of addresses) {
    await page.evaluate((target) => {
      const link = document.createElement('a')
      link.href = target
      document.body.append(link)
      link.click()
      try {
        location.href = target
      } catch {
        // Chromium itself refuses some of these.
      }
    }, address)
    await page.waitForTimeout(300)
    await expect(async () => {
      const { at, reply } = await page.evaluate(async () => ({
        at: location.href,
        reply: await window.winnow?.call('system.info', {}).reply,
      }))
      expect({ at, ok: reply?.ok }, address).toEqual({ at: 'app://app/', ok: true })
    }).toPass({ timeout: 10_000 })
  }
})

test('the window opens no other windows', async ({ launched: { electron, page } }) => {
  const opened = await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'app://app/'
    link.target = '_blank'
    document.body.append(link)
    link.click()
    return [window.open('app://app/'), window.open('https://example.com/'), window.open('')]
  })
  await page.waitForTimeout(500)
  expect(opened).toEqual([null, null, null])
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('permissions are refused', async ({ launched: { page } }) => {
  const answers = await page.evaluate(async () => {
    const name = (error: unknown): string => (error instanceof Error ? error.name : String(error))
    const state = async (permission: PermissionName): Promise<string> =>
      (await navigator.permissions.query({ name: permission })).state
    return {
      // Asking for the device itself says "not found" where there is none.
      camera: await state('camera'),
      microphone: await state('microphone'),
      screen: await navigator.mediaDevices.getDisplayMedia().catch(name),
      location: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          (error) => resolve(error.code),
        ),
      ),
      notifications: await Notification.requestPermission(),
      clipboard: await navigator.clipboard.readText().catch(name),
      midi: await state('midi'),
    }
  })
  expect(answers).toEqual({
    camera: 'denied',
    microphone: 'denied',
    screen: expect.stringMatching(/^Not(Allowed|Supported)Error$/),
    location: 1,
    notifications: 'denied',
    clipboard: 'NotAllowedError',
    midi: 'denied',
  })
})

test('no request leaves the window’s session, whoever makes it', async ({ launched: { electron, dataDir } }) => {
  const arrived: string[] = []
  const server = createServer((request, response) => {
    arrived.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0
  const outcome = await electron.evaluate(async ({ session }, target) => {
    return await session.defaultSession.fetch(target).then(
      () => 'answered',
      (error: Error) => error.message,
    )
  }, `http://127.0.0.1:${port}/out`)
  server.close()
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT')
  expect(arrived).toEqual([])
  expect(await readFile(join(dataDir, 'winnow.log'), 'utf8')).toContain(`http://127.0.0.1:${port}/out`)
})

test('a window that is not ours gets neither library nor dialog', async ({ launched: { electron, page } }) => {
  await answerFolderDialog(electron, ['/chosen'])
  const asked = await electron.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      })
      await stranger.loadURL('app://app/')
      const answer: unknown = await stranger.webContents.executeJavaScript(`Promise.race([
      Promise.all([winnow.folderDialog().catch(() => 'refused'),
        Promise.race([winnow.call('system.info', {}).reply, new Promise((r) => setTimeout(r, 1500, 'silence'))])]),
    ])`)
      stranger.destroy()
      return answer
    },
    join(rootDir, 'out/preload/preload.cjs'),
  )
  expect(asked).toEqual(['refused', 'silence'])
  expect(await page.evaluate(() => window.winnow?.folderDialog())).toEqual(['/chosen'])
})

test('addresses lead to the interface and to photos only', async ({ launched: { page } }) => {
  const paths = [
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/out/main/main.js',
    '/__proto__',
    '/media/../package.json',
    '/media/full/..%2f..%2fetc%2fpasswd',
    '/media/thumb/__proto__',
  ]
  const statuses = await page.evaluate(
    async (targets) => await Promise.all(targets.map(async (target) => (await fetch(`app://app${target}`)).status)),
    paths,
  )
  expect(statuses).toEqual(paths.map(() => 404))
})
