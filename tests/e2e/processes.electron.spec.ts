import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApp } from './harness/launch-electron.ts'
import { launchElectron } from './harness/launch-electron.ts'
import { expect, test as base } from './harness/fixtures.ts'

// The processes of the Electron app die and come back.

const test = base.extend<{ launched: ElectronApp }>({
  launched: async ({ dataDir }, use) => {
    const launched = await launchElectron({ dataDir })
    await use(launched)
    await launched.electron.close()
  },
})

async function libraryPid({ electron }: ElectronApp): Promise<number> {
  return await electron.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Winnow library')?.pid ?? 0,
  )
}

const info = { ok: true, value: expect.objectContaining({ host: 'electron' }) }

test('the library runs outside main, and is back after a crash, with a new port for the page', async ({ launched }) => {
  const { electron, page } = launched
  const call = async (): Promise<unknown> => await page.evaluate(() => window.winnow?.call('system.info', {}).reply)
  expect(await call()).toEqual(info)
  const first = await libraryPid(launched)
  expect(first).not.toBe(await electron.evaluate(() => process.pid))

  await page.evaluate(() => {
    const heard: string[] = []
    window.winnow?.subscribe((name) => heard.push(name))
    Object.assign(window, { heard })
  })
  process.kill(first, 'SIGKILL')
  // What is asked in the moment of the crash fails, and is asked again.
  await expect.poll(call).toEqual(info)
  expect(await page.evaluate(() => 'heard' in window && window.heard)).toContain('reconnected')
  expect([0, first]).not.toContain(await libraryPid(launched))
})

test('a page that is reloaded gets a port of its own', async ({ launched: { page } }) => {
  await page.reload()
  expect(await page.evaluate(() => window.winnow?.call('system.info', {}).reply)).toEqual(info)
})

test('a page that crashes is loaded again', async ({ launched: { electron } }) => {
  // Playwright gives up a page that has crashed, so main asks it.
  const ask = async (): Promise<unknown> =>
    await electron.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const call = contents?.executeJavaScript("window.winnow?.call('system.info', {}).reply")
      const answer: unknown = await Promise.race([
        call,
        new Promise((resolve) => setTimeout(resolve, 1000, 'no answer')),
      ])
      return [contents?.getOSProcessId(), answer]
    })
  await expect.poll(ask).toEqual([expect.any(Number), info])
  const before = await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const pid = contents?.getOSProcessId()
    contents?.forcefullyCrashRenderer()
    return pid
  })
  await expect.poll(async () => JSON.stringify(await ask())).toMatch(/"ok":true/)
  expect(await ask()).not.toEqual([before, info])
})

test('dropped files have paths, and what is no file has none', async ({ launched: { page }, workDir }) => {
  const file = join(workDir, 'dropped é.jpg')
  await writeFile(file, '')
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    document.body.append(input)
  })
  await page.locator('input[type=file]').last().setInputFiles(file)
  const paths = await page.evaluate(() => {
    const input = [...document.querySelectorAll<HTMLInputElement>('input[type=file]')].at(-1)
    return window.winnow?.pathsOfDrop([...(input?.files ?? []), new File(['made up'], '/etc/passwd')])
  })
  expect(paths).toEqual([file])
})

test('a cancelled call ends as cancelled', async ({ launched: { page } }) => {
  const reply = await page.evaluate(async () => {
    const call = window.winnow?.call('system.doctor', {})
    call?.cancel()
    return await call?.reply
  })
  expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } })
})

test('the theme that the person sets is the theme of the system’s own parts', async ({
  launched: { electron, page },
}) => {
  for (const theme of ['dark', 'light'] as const) {
    await page.evaluate(async (chosen) => await window.winnow?.call('settings.set', { theme: chosen }).reply, theme)
    await expect.poll(() => electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe(theme)
  }
})

test('a second start shows the first window and ends', async ({ launched, dataDir }) => {
  const second = await launchElectron({ dataDir }).then(
    () => 'a second window',
    () => 'no second window',
  )
  expect(second).toBe('no second window')
  expect(await launched.page.evaluate(() => window.winnow?.call('system.info', {}).reply)).toEqual(info)
})

test('the window opens where it was', async ({ dataDir }) => {
  const first = await launchElectron({ dataDir })
  await first.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 900, height: 640 }),
  )
  await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await first.electron.waitForEvent('close')
  const again = await launchElectron({ dataDir })
  const bounds = await again.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  await again.electron.close()
  expect(bounds).toEqual({ x: 40, y: 60, width: 900, height: 640 })
})

// How it is on macOS and Windows, tried here as well: main forks the worker and puts a channel between it and the library.
test('the worker can be a utility process', async ({ dataDir }) => {
  const { electron, page } = await launchElectron({ dataDir, args: ['--worker-in-utility-process'] })
  // The first words that need the text encoder start it.
  const reply = await page.evaluate(
    async () => await window.winnow?.call('categories.preview', { draft: { name: 'harbour at night' } }).reply,
  )
  const names = await electron.evaluate(({ app }) => app.getAppMetrics().map(({ name }) => name))
  await electron.close()
  expect(reply).toMatchObject({ ok: true })
  expect(names).toContain('Winnow worker')
})
