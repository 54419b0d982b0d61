import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { smallPhoto } from '../fixtures/images/small-photos.ts'
import { command, press } from './harness/by-keyboard.ts'
import { expect, test } from './harness/fixtures.ts'
import { answerFolderDialog, launchElectron } from './harness/launch-electron.ts'
import { readTree } from './harness/read-tree.ts'
import { tabTo } from './harness/tab-to.ts'

// What a sort leaves or made goes to the trash of the system, from a real window, and can be found there. By keyboard alone.

// The trash of freedesktop.org can be put elsewhere for a test; the others would be the tester's own.
test.skip(process.platform !== 'linux', 'the system’s trash is the tester’s own')

/** What lies in the trash: from where, and under which name it is kept. */
async function trashIn(dataHome: string): Promise<ReadonlyMap<string, string>> {
  const infos = await readdir(join(dataHome, 'Trash/info')).catch(() => [])
  const found = infos.map(async (name) => {
    const info = await readFile(join(dataHome, 'Trash/info', name), 'utf8')
    const path = decodeURIComponent(/^Path=(.*)$/m.exec(info)?.[1] ?? '')
    return [path, join(dataHome, 'Trash/files', name.replace('.trashinfo', ''))] as const
  })
  return new Map(await Promise.all(found))
}

async function sortByDate(
  { page, electron }: { readonly page: Page; readonly electron: ElectronApplication },
  action: 'Move' | 'Copy',
  target: string,
): Promise<void> {
  await command(page, 'Sort files')
  await press(page, /^By date/)
  await answerFolderDialog(electron, [target])
  await press(page, /Choose a folder|^\//)
  const how = page.getByRole('radio', { name: action })
  await tabTo(page, page.getByRole('radiogroup', { name: 'How' }).locator('[tabindex="0"]'), 'Shift+Tab')
  while (!(await how.isChecked())) await page.keyboard.press('ArrowRight')
  await press(page, new RegExp(`^${action} \\d+ photos$`))
}

test('empty folders and copies that are taken back are in the system’s trash', async ({ dataDir, workDir }) => {
  const dataHome = join(workDir, 'home')
  const photos = join(workDir, 'Photos')
  await mkdir(dataHome)
  for (const [index, path] of [
    'Old trip/day 1/a.jpg',
    'Old trip/day 1/b.jpg',
    'Old trip/c.jpg',
    'Kept/d.jpg',
  ].entries()) {
    await mkdir(join(photos, path, '..'), { recursive: true })
    await writeFile(join(photos, path), await smallPhoto(index))
    await utimes(join(photos, path), 1_600_000_000, 1_600_000_000.25 + index)
  }
  await writeFile(join(photos, 'Kept/notes.txt'), 'mine')
  await writeFile(join(photos, 'Old trip/day 1/.DS_Store'), 'litter')
  const app = await launchElectron({ dataDir, env: { XDG_DATA_HOME: dataHome } })
  const { page } = app
  await page.evaluate(async (path) => void (await window.winnow?.call('folders.add', { paths: [path] }).reply), photos)
  await expect(page.getByRole('treeitem', { name: /^All photos 4 photos$/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Pause/ })).toHaveCount(0, { timeout: 60_000 })

  await test.step('copies that an undo takes back are in the trash, whole', async () => {
    const before = await readTree(photos)
    await sortByDate(app, 'Copy', join(workDir, 'Copies'))
    await expect(page.getByRole('heading', { name: /^4 files copied to/ })).toBeVisible()
    await press(page, 'Undo')
    await expect(page.getByRole('heading', { name: '4 copies removed' })).toBeVisible()
    const trash = await trashIn(dataHome)
    expect([...trash.keys()].map((path) => basename(path)).toSorted()).toEqual(['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'])
    for (const [path, kept] of trash) {
      expect(path.startsWith(join(workDir, 'Copies'))).toBe(true)
      expect(await readFile(kept)).toEqual(
        await smallPhoto(['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'].indexOf(basename(path))),
      )
    }
    expect(await readTree(photos)).toEqual(before)
  })

  await test.step('folders that a sort left empty are offered, and go to the trash when asked', async () => {
    await sortByDate(app, 'Move', join(photos, 'Sorted'))
    await expect(page.getByRole('heading', { name: /^4 files moved to/ })).toBeVisible()
    await expect(page.getByText('2 folders are empty now')).toBeVisible()
    expect(Object.keys(await readTree(photos))).toContain('Old trip/day 1')
    await press(page, 'Move them to the trash')
    await expect(page.getByText('Moved 2 folders to the trash')).toBeVisible()
    await expect(page.getByText('2 folders are empty now')).toHaveCount(0)
    const trash = await trashIn(dataHome)
    const kept = trash.get(join(photos, 'Old trip/day 1'))
    expect(kept).toBeDefined()
    expect(await readdir(kept ?? '')).toEqual(['.DS_Store'])
    expect(await readdir(trash.get(join(photos, 'Old trip')) ?? '')).toEqual([])
    expect(Object.keys(await readTree(photos)).filter((path) => !path.startsWith('Sorted'))).toEqual([
      'Kept',
      'Kept/notes.txt',
    ])
  })

  await test.step('an undo after that makes them anew', async () => {
    await press(page, 'Undo')
    await expect(page.getByRole('heading', { name: '4 files moved back' })).toBeVisible()
    expect(Object.keys(await readTree(photos))).toEqual([
      'Kept',
      'Kept/d.jpg',
      'Kept/notes.txt',
      'Old trip',
      'Old trip/c.jpg',
      'Old trip/day 1',
      'Old trip/day 1/a.jpg',
      'Old trip/day 1/b.jpg',
    ])
  })
  await app.electron.close()
})
