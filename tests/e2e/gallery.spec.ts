import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './harness/fixtures.ts'
import { copyPhotos, photosMissing } from './harness/photo-folder.ts'

// What only a real browser can tell of the gallery and the viewer: focus, scrolling, dragging, and that nothing jumps.

test.skip(photosMissing !== undefined, photosMissing)

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Photos' })
const tiles = (page: Page): Locator => grid(page).getByRole('gridcell')
const viewer = (page: Page): Locator => page.getByRole('dialog', { name: 'Photo' })

async function openLibrary(page: Page, folder: string, count: number): Promise<void> {
  await copyPhotos('coco', count, folder)
  await page.getByRole('textbox', { name: 'Path of a folder' }).fill(folder)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('treeitem', { name: new RegExp(`^All photos ${count} `) })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Pause/ })).toHaveCount(0, { timeout: 120_000 })
}

/** The photo the keyboard is on. */
async function focused(page: Page): Promise<string | null> {
  return await page.evaluate(() => document.activeElement?.getAttribute('data-photo') ?? null)
}

async function selectedCount(page: Page): Promise<number> {
  return await grid(page).locator('[aria-selected="true"]').count()
}

/** The middle of a tile on screen. */
async function middleOf(tile: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await tile.boundingBox()
  if (box === null) throw new Error('The tile is not on screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test('everything in the grid can be done by key', async ({ app: { page }, workDir }) => {
  await openLibrary(page, join(workDir, 'Photos'), 30)
  const ids = await tiles(page).evaluateAll((all) => all.map((tile) => tile.getAttribute('data-photo')))

  await test.step('one tile takes Tab, arrows go from photo to photo', async () => {
    await expect(grid(page).locator('[tabindex="0"]')).toHaveCount(1)
    await tiles(page).first().focus()
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toBe(ids[1])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    expect(await focused(page)).toBe(ids[1])
    await page.keyboard.press('End')
    await expect(tiles(page).last()).toBeFocused()
    await expect(tiles(page).last()).toBeInViewport()
    await page.keyboard.press('Home')
    expect(await focused(page)).toBe(ids[0])
  })

  await test.step('Shift extends and shrinks, Space adds, Esc lets go', async () => {
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await expect(page.getByText('3 selected').first()).toBeVisible()
    await page.keyboard.press('Shift+ArrowLeft')
    expect(await selectedCount(page)).toBe(2)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await expect(page.getByText('3 selected').first()).toBeVisible()
    await page.keyboard.press('Control+a')
    await expect(page.getByText('30 selected').first()).toBeVisible()
    await page.keyboard.press('Escape')
    expect(await selectedCount(page)).toBe(0)
  })

  await test.step('Enter opens, arrows go on, Esc comes back to the tile of the photo last seen', async () => {
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect(viewer(page)).toBeVisible()
    await expect(viewer(page).getByText('1 of 30')).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(viewer(page).getByText('3 of 30')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(viewer(page)).toHaveCount(0)
    expect(await focused(page)).toBe(ids[2])
  })
})

test('the viewer shows the original and zooms at the pointer', async ({ app: { page }, workDir }) => {
  await openLibrary(page, join(workDir, 'Photos'), 6)
  await tiles(page)
    .first()
    .click({ position: { x: 80, y: 80 } })
  const original = viewer(page).locator('img[src^="/media/full/"]')
  await expect
    .poll(() => original.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBeGreaterThan(1)

  // On its way from the tile it is nowhere yet.
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
  const before = await original.boundingBox()
  if (before === null) throw new Error('The photo is not on screen')
  const pointer = { x: before.x + before.width * 0.25, y: before.y + before.height * 0.25 }
  await page.mouse.move(pointer.x, pointer.y)
  // So far that it is larger than the window both ways: until then a narrow photo stays in the middle.
  await page.mouse.wheel(0, -1200)
  await expect.poll(async () => (await original.boundingBox())?.width ?? 0).toBeGreaterThan(before.width * 1.5)
  const after = await original.boundingBox()
  if (after === null) throw new Error('The photo is not on screen')
  // The pixel that was under the pointer still is.
  expect((pointer.x - after.x) / after.width).toBeCloseTo(0.25, 1)
  expect((pointer.y - after.y) / after.height).toBeCloseTo(0.25, 1)

  await page.mouse.down()
  await page.mouse.move(pointer.x - 60, pointer.y - 40)
  await page.mouse.up()
  expect((await original.boundingBox())?.x).toBeCloseTo(after.x - 60, 0)

  await page.keyboard.press('z')
  await expect.poll(async () => Math.round((await original.boundingBox())?.width ?? 0)).toBe(Math.round(before.width))
})

test('the mouse selects with the circle, with Shift, and by dragging a box', async ({ app: { page }, workDir }) => {
  await openLibrary(page, join(workDir, 'Photos'), 30)
  await tiles(page)
    .nth(1)
    .click({ position: { x: 18, y: 18 } })
  await expect(page.getByText('1 selected').first()).toBeVisible()
  await tiles(page)
    .nth(4)
    .click({ modifiers: ['Shift'], position: { x: 90, y: 90 } })
  await expect(page.getByText('4 selected').first()).toBeVisible()
  await page.getByRole('button', { name: 'Clear the selection' }).click()
  expect(await selectedCount(page)).toBe(0)

  const from = await middleOf(tiles(page).nth(0))
  const to = await middleOf(tiles(page).nth(2))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, from.y + 20, { steps: 5 })
  await page.mouse.up()
  await expect(viewer(page)).toHaveCount(0)
  const chosen = await tiles(page).evaluateAll((all) => all.slice(0, 3).map((tile) => tile.ariaSelected))
  expect(chosen[0]).toBe('true')
  expect(await selectedCount(page)).toBeGreaterThanOrEqual(2)
})

test('nothing jumps when photos arrive above', async ({ app: { page }, workDir }) => {
  const folder = join(workDir, 'Photos')
  await openLibrary(page, folder, 40)
  await page.mouse.move(640, 500)
  await page.mouse.wheel(0, 700)
  // At the very top the newest photos stay in view instead.
  await expect.poll(() => grid(page).evaluate((element) => element.parentElement?.scrollTop)).toBe(700)
  const watched = await grid(page).evaluate((element) => {
    const frame = element.parentElement?.getBoundingClientRect()
    const inView = [...element.querySelectorAll('[data-photo]')].find(
      (tile) => tile.getBoundingClientRect().top >= (frame?.top ?? 0),
    )
    return { photo: inView?.getAttribute('data-photo'), top: inView?.getBoundingClientRect().top }
  })

  const newer = new Date(Date.now() + 3_600_000)
  for (const copy of await copyPhotos('flickr', 12, join(folder, 'newer'))) await utimes(copy, newer, newer)
  await expect(page.getByRole('treeitem', { name: /^All photos 52 / })).toBeVisible({ timeout: 60_000 })
  await page.waitForTimeout(1000)
  const box = await grid(page).locator(`[data-photo="${watched.photo}"]`).boundingBox()
  expect(Math.abs((box?.y ?? 0) - (watched.top ?? 0))).toBeLessThan(60)
})
