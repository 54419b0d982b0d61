import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './harness/fixtures.ts'
import { copyPhotos, photosMissing } from './harness/photo-folder.ts'
import { contentsOf, readTree, type Tree } from './harness/read-tree.ts'
import { tabTo } from './harness/tab-to.ts'

// Files are sorted on disk and brought back, with the keyboard alone, on real photos: no line below touches the mouse.

test.skip(photosMissing !== undefined, photosMissing)

const place = (page: Page, name: RegExp) => page.getByRole('treeitem', { name })

async function photosOf(page: Page): Promise<readonly string[]> {
  const cells = page.getByRole('grid', { name: 'Photos' }).getByRole('gridcell')
  await expect(cells.first()).toBeVisible()
  const ids = await cells.evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('data-photo') ?? ''))
  return ids.toSorted()
}

/** By the palette, as somebody who knows its name. */
async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

const filesBelow = (tree: Tree, folder: string): readonly string[] =>
  Object.keys(tree).filter((path) => path.startsWith(`${folder}/`) && tree[path] !== 'folder')

test('weather and receipts are sorted by category and brought back', async ({ app, workDir }) => {
  test.setTimeout(120_000)
  const { page } = app
  const { keyboard } = page
  const folder = join(workDir, 'Photos')
  await copyPhotos('weather/sunrise', 6, join(folder, 'weather'))
  await copyPhotos('weather/rain', 4, join(folder, 'weather', 'wet'))
  const receipts = await copyPhotos('receipts', 4, join(folder, 'receipts'))
  // Times that no copying program would come upon by itself.
  for (const [index, file] of receipts.entries()) await utimes(file, 1_400_000_000, 1_400_000_000.5 + index)
  const before = await readTree(folder)

  await test.step('a folder is added', async () => {
    await expect(page.getByRole('textbox', { name: 'Path of a folder' })).toBeFocused()
    await keyboard.type(folder)
    await keyboard.press('Enter')
    await expect(place(page, /^All photos 14 photos$/)).toBeVisible()
    await expect(page.getByRole('button', { name: /^Pause/ })).toHaveCount(0, { timeout: 60_000 })
  })

  await test.step('two categories are made of photos', async () => {
    await goTo(page, 'go to all photos')
    const tiles = page.getByRole('grid', { name: 'Photos' }).getByRole('gridcell')
    await expect(tiles.first()).toBeVisible()
    for (const [name, first] of [
      ['First album', 'Home'],
      ['Last album', 'End'],
    ] as const) {
      await tabToGrid(page)
      await keyboard.press(first)
      const back = first === 'Home' ? 'Shift+ArrowRight' : 'Shift+ArrowLeft'
      for (const keys of ['Space', back, back]) await keyboard.press(keys)
      await expect(page.getByRole('toolbar', { name: 'Selection' })).toContainText('3 selected')
      await keyboard.press('t')
      await keyboard.type(name)
      await keyboard.press('Enter')
      await expect(place(page, new RegExp(`^${name} \\d+ photos?$`))).toBeVisible()
      for (const keys of ['Escape', 'Escape']) await keyboard.press(keys)
    }
  })
  await goTo(page, 'First album')
  // Those of before stay until the answer is there.
  await expect.poll(async () => (await photosOf(page)).length).toBeLessThan(14)
  const albumBefore = await photosOf(page)

  let moved = 0
  await test.step('rules by category are made, the plan is looked at, and one photo left out', async () => {
    await goTo(page, 'go to all photos')
    await keyboard.press('o')
    await expect(page.getByRole('heading', { name: 'Sort files', level: 1 })).toBeVisible()
    const starter = page.getByRole('button', { name: /^By category/ })
    await tabTo(page, starter)
    await keyboard.press('Enter')
    const target = page.getByRole('textbox', { name: 'Path of the folder to sort into' })
    await tabTo(page, target, 'Shift+Tab')
    await keyboard.type(join(folder, 'Sorted'))
    await keyboard.press('Enter')
    const apply = page.getByRole('button', { name: /^Move \d+ photos$/ })
    await expect(apply).toBeEnabled()
    moved = countIn(await apply.textContent())
    const tree = page.getByRole('tree', { name: 'Folders', exact: true }).last()
    const album = tree.getByRole('treeitem', { name: /^First album/ })
    await expect(album).toBeVisible()
    await expect(tree.getByRole('treeitem', { name: /^Last album/ })).toBeVisible()
    await tabTo(page, tree.locator('[tabindex="0"]'))
    while (!(await album.evaluate((row) => row === document.activeElement))) await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await tabTo(
      page,
      page.getByRole('region', { name: 'Photos of the plan' }).getByRole('listitem').first().locator('[data-roving]'),
    )
    await keyboard.press('x')
    moved -= 1
    await expect(page.getByRole('button', { name: `Move ${moved} photos` })).toBeEnabled()
  })
  expect(await readTree(folder)).toEqual(before)

  await test.step('it is applied, and the files are where the plan said', async () => {
    await tabTo(page, page.getByRole('button', { name: `Move ${moved} photos` }))
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: new RegExp(`^${moved} files moved to`) })).toBeVisible()
    const after = await readTree(folder)
    expect(filesBelow(after, 'Sorted')).toHaveLength(moved)
    expect(contentsOf(after)).toEqual(contentsOf(before))
  })

  await test.step('photos keep their tags', async () => {
    await goTo(page, 'First album')
    await expect.poll(() => photosOf(page)).toEqual(albumBefore)
  })

  await test.step('undone, everything is as it was, to the byte and the nanosecond', async () => {
    await keyboard.press('Control+z')
    await expect(page.getByText(`${moved} files moved back`)).toBeVisible()
    expect(await readTree(folder)).toEqual(before)
    await expect.poll(() => photosOf(page)).toEqual(albumBefore)
  })

  await test.step('the list of sorts tells of it', async () => {
    await goTo(page, 'earlier sorts')
    await tabTo(page, page.getByRole('button', { name: `${moved} files moved back` }))
    await keyboard.press('Enter')
    await expect(page.getByText('Undone', { exact: true }).first()).toBeVisible()
  })
})

async function tabToGrid(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('grid', { name: 'Photos' }).locator('[role="gridcell"][tabindex="0"]'))
}

function countIn(words: string | null): number {
  return Number(/\d+/.exec(words ?? '')?.[0])
}
