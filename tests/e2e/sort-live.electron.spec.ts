import { execFileSync } from 'node:child_process'
import { mkdir, open, readdir, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { command, press } from './harness/by-keyboard.ts'
import { expect, test } from './harness/fixtures.ts'
import { answerFolderDialog, launchElectron } from './harness/launch-electron.ts'
import { tabTo } from './harness/tab-to.ts'

// A sort that takes its time, in a real window: it is watched, rests, goes on, ends and waits. By keyboard alone.

const filmCount = 500
const filmBytes = 10_000_000

/** Films that take no room where they are, and all of it where they are copied to. No two of a size, so that none is read to plan. */
async function writeFilms(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (let i = 0; i < filmCount; i++) {
    const path = join(folder, `film ${String(i).padStart(3, '0')}.mp4`)
    const film = await open(path, 'wx')
    await film.truncate(filmBytes + i)
    await film.close()
    await utimes(path, 1_600_000_000, 1_600_000_000.5 + i * 100_000)
  }
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
}

/** "12 of 500 files" as a number. */
async function doneIn(page: Page): Promise<number> {
  const words = await page
    .getByText(/^[\d,]+ of [\d,]+ files/)
    .first()
    .textContent()
  return Number((words ?? '').split(' ')[0]?.replaceAll(',', ''))
}

test('a sort is watched, paused, continued and cancelled', async ({ dataDir, workDir }) => {
  const [photos, target] = [join(workDir, 'Photos'), join(workDir, 'Copies')]
  await writeFilms(join(photos, 'Films'))
  const { page, electron } = await launchElectron({ dataDir })
  const { keyboard } = page
  await page.evaluate(async (path) => void (await window.winnow?.call('folders.add', { paths: [path] }).reply), photos)
  await expect(page.getByRole('treeitem', { name: /^Photos/ })).toBeVisible()
  await command(page, 'Sort files')
  await press(page, /^By date/)
  await answerFolderDialog(electron, [target])
  await press(page, /Choose a folder/)
  await tabTo(page, page.getByRole('radiogroup', { name: 'How' }).locator('[tabindex="0"]'), 'Shift+Tab')
  while (!(await page.getByRole('radio', { name: 'Copy' }).isChecked())) await keyboard.press('ArrowRight')
  await press(page, `Copy ${filmCount} photos`)

  await test.step('it tells how far it is, how fast, and, as soon as that is honest, for how long', async () => {
    await expect(page.getByRole('heading', { name: 'Copying files' })).toBeVisible()
    const bar = page.getByRole('progressbar', { name: 'Copying files' })
    await expect.poll(async () => Number(await bar.getAttribute('value'))).toBeGreaterThan(0)
    await expect(page.getByText(/^[\d,]+ of 500 files · .*\/s · .* left/)).toBeVisible()
  })

  await test.step('it rests: each file that it counts is there, and nothing else', async () => {
    await press(page, 'Pause')
    await expect(page.getByRole('heading', { name: 'Paused' })).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: 'Paused' })).toHaveCount(1)
    const done = await doneIn(page)
    expect(done).toBeGreaterThan(0)
    const files = await filesBelow(target)
    expect(files).toHaveLength(done)
    expect(files.filter((path) => !path.endsWith('.mp4'))).toEqual([])
    expect((await Promise.all(files.map((path) => stat(path)))).every(({ size }) => size >= filmBytes)).toBe(true)
    expect(await doneIn(page)).toBe(done)
  })

  await test.step('it goes on from there; whoever paused it has the keyboard on “Go on”', async () => {
    const done = await doneIn(page)
    await expect(page.getByRole('button', { name: 'Go on' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Copying files' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeFocused()
    await expect.poll(() => doneIn(page)).toBeGreaterThan(done)
  })

  await test.step('it is cancelled: what is done stays done', async () => {
    await press(page, 'Cancel')
    await expect(page.getByRole('heading', { name: /^\d+ of 500 files copied to/ })).toBeVisible()
    await expect(page.getByText('Cancelled', { exact: true })).toBeVisible()
    const files = await filesBelow(target)
    const words = await page.getByRole('heading', { name: /^\d+ of 500 files copied to/ }).textContent()
    expect(files).toHaveLength(Number(words?.split(' ')[0]))
    expect(files.filter((path) => !path.endsWith('.mp4'))).toEqual([])
    await expect(page.getByRole('button', { name: 'Continue' })).toBeEnabled()
  })
  await electron.close()
})

const mounted = new Set<string>()
test.afterEach(() => {
  for (const folder of mounted) execFileSync('umount', ['-l', folder])
  mounted.clear()
})

function mountSmall(folder: string, sizeWords: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeWords}`, 'tmpfs', folder], { stdio: 'ignore' })
    mounted.add(folder)
    return true
  } catch {
    return false
  }
}

test('a sort to a disk that gets full says so, waits, and goes on when there is room', async ({ dataDir, workDir }) => {
  const [photos, target] = [join(workDir, 'Photos'), join(workDir, 'Stick')]
  for (const folder of [photos, target]) await mkdir(folder)
  test.skip(!mountSmall(target, '8m'), 'this machine does not let the test mount a small disk')
  for (let i = 0; i < 12; i++) await writeFile(join(photos, `film ${i}.mp4`), Buffer.alloc(100_000 + i, `film ${i}`))
  const { page, electron } = await launchElectron({ dataDir })
  await page.evaluate(async (path) => void (await window.winnow?.call('folders.add', { paths: [path] }).reply), photos)
  await expect(page.getByRole('treeitem', { name: /^Photos/ })).toBeVisible()
  // What is still being read would have the plan made anew.
  await expect(page.getByRole('button', { name: /^Pause/ })).toHaveCount(0, { timeout: 60_000 })
  await command(page, 'Sort files')
  await press(page, /^By date/)
  await answerFolderDialog(electron, [target])
  await press(page, /Choose a folder/)
  const apply = page.getByRole('button', { name: 'Move 12 photos' })
  await expect(apply).toBeEnabled()
  await tabTo(page, apply)
  // After the plan was made, and before anything is known of it.
  execFileSync('mount', ['-o', 'remount,size=600k', target])
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Waiting' })).toBeVisible()
  const notice = page.getByText(/^The disk of .* is full\. Free some space, then resume\.$/)
  await expect(notice).toBeVisible()
  const done = await doneIn(page)
  expect(await filesBelow(target)).toHaveLength(done)
  expect((await filesBelow(photos)).length).toBe(12 - done)
  await press(page, 'Resume')
  await expect(page.getByRole('heading', { name: 'Waiting' })).toBeVisible()
  await expect(notice).toBeVisible()
  execFileSync('mount', ['-o', 'remount,size=8m', target])
  await press(page, 'Resume')
  await expect(page.getByRole('heading', { name: /^12 files moved to/ })).toBeVisible()
  expect(await filesBelow(target)).toHaveLength(12)
  await electron.close()
})
