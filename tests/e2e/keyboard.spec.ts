import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './harness/fixtures.ts'
import { copyPhotos, photosMissing } from './harness/photo-folder.ts'

// Everything a person does, with the keyboard alone: no line below touches the mouse.

test.skip(photosMissing !== undefined, photosMissing)

test('from the first folder to a corrected category without the mouse', async ({ app, workDir }) => {
  test.setTimeout(180_000)
  const { page } = app
  const { keyboard } = page
  const folder = join(workDir, 'Photos')
  await copyPhotos('coco', 20, folder)
  const grid = page.getByRole('grid', { name: 'Photos' })
  const focused = page.locator(':focus')

  await test.step('add a folder: the box has the focus already', async () => {
    await expect(page.getByRole('textbox', { name: 'Path of a folder' })).toBeFocused()
    await keyboard.type(folder)
    await keyboard.press('Enter')
    await expect(page.getByRole('treeitem', { name: /^People and events/ })).toBeVisible({ timeout: 120_000 })
    await expect(page.getByRole('button', { name: /^Pause/ })).toHaveCount(0, { timeout: 120_000 })
  })

  await test.step('walk to the photos, open one, look at the next, close', async () => {
    await tabToPhotos(page)
    const first = await focused.getAttribute('data-photo')
    await keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await keyboard.press('ArrowRight')
    await keyboard.press('z')
    await keyboard.press('i')
    await keyboard.press('i')
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(focused).toHaveRole('gridcell')
    expect(await focused.getAttribute('data-photo')).not.toBe(first)
  })

  await test.step('select three and tag them with a new category', async () => {
    await keyboard.press('Home')
    await keyboard.press('Space')
    await keyboard.press('Shift+ArrowRight')
    await keyboard.press('Shift+ArrowRight')
    await expect(page.getByRole('toolbar', { name: 'Selection' })).toContainText('3 selected')
    await keyboard.press('t')
    await keyboard.type('For the album')
    await keyboard.press('Enter')
    await expect(page.getByRole('treeitem', { name: /^For the album/ })).toBeVisible()
    await keyboard.press('Escape')
    await keyboard.press('Escape')
    await expect(page.getByRole('toolbar', { name: 'Selection' })).toHaveCount(0)
  })

  await test.step('undo and redo', async () => {
    await keyboard.press('Control+z')
    await keyboard.press('Control+Shift+z')
  })

  await test.step('search, and more like this', async () => {
    await keyboard.press('/')
    await expect(page.getByRole('combobox', { name: 'Search photos' })).toBeFocused()
    await keyboard.type('people on a street')
    await expect(page.getByText(/^Less certain from here/).or(grid.getByRole('gridcell').first())).not.toHaveCount(0)
    await keyboard.press('Escape')
    await keyboard.press('Escape')
    await tabToPhotos(page)
    await keyboard.press('s')
    await expect(page.getByText(/like this/i).first()).toBeVisible()
    await keyboard.press('Escape')
  })

  await test.step('make a category from the palette, from words alone', async () => {
    await keyboard.press('Control+k')
    await keyboard.type('New category')
    await keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
    await keyboard.type('Street with cars')
    await expect(page.getByRole('button', { name: 'Make category' })).toBeEnabled()
    await keyboard.press('Enter')
    await expect(page.getByRole('treeitem', { name: /^Street with cars/ })).toBeVisible()
  })

  await test.step('go there, and look up the keys', async () => {
    await keyboard.press('Control+k')
    await keyboard.type('Street with cars')
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Street with cars', level: 1 })).toBeVisible()
    await keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await keyboard.press('Escape')
  })
})

/** Nothing may have the focus (after Esc), so it is the page that is asked and not a locator. */
async function tabToPhotos(page: Page): Promise<void> {
  const role = () => page.evaluate(() => document.activeElement?.getAttribute('role'))
  for (let presses = 0; presses < 60 && (await role()) !== 'gridcell'; presses++) await page.keyboard.press('Tab')
  expect(await role()).toBe('gridcell')
}
