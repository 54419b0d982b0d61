import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './harness/fixtures.ts'
import { copyPhotos, photosMissing } from './harness/photo-folder.ts'

// Teaching by questions, with the keyboard: what is asked, what an answer changes, why, what happened when; then groups that
// nobody has a name for, and categories that go to somebody else.

test.skip(photosMissing !== undefined, photosMissing)

const place = (page: Page, name: RegExp): Locator => page.getByRole('treeitem', { name })
const review = (page: Page): Locator => page.getByRole('dialog', { name: /^Review/ })
const gain = (page: Page): Locator =>
  review(page)
    .getByText(/^\d+ answers?\b/)
    .first()

/** What the photo on screen is called: its tag and its file, which is named after what it shows. */
async function photoAsked(page: Page): Promise<string> {
  return (await review(page).getByRole('img').first().getAttribute('alt')) ?? ''
}

async function nextPhoto(page: Page, before: string): Promise<void> {
  await expect.poll(() => photoAsked(page)).not.toBe(before)
}

async function openLibrary(page: Page, folder: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Path of a folder' }).fill(folder)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(place(page, /^Nature and weather/)).toBeVisible({ timeout: 120_000 })
  await expect(page.getByRole('button', { name: /^Pause/ })).toHaveCount(0, { timeout: 180_000 })
}

/** From the list of all commands, as one who never takes the hand to the mouse. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

async function makeCategory(page: Page, name: string): Promise<void> {
  await command(page, 'New category')
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.type(name)
  await expect(page.getByRole('button', { name: 'Make category' })).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(place(page, new RegExp(`^${name} `))).toBeVisible()
  await command(page, name)
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

test('a category is taught by answering what Winnow asks', async ({ app: { page }, workDir }) => {
  test.setTimeout(300_000)
  const { keyboard } = page
  const folder = join(workDir, 'Photos')
  const copies = await copyPhotos('flowers', 200, folder)
  await Promise.all(copies.filter((_, index) => index % 2 === 1).map((copy) => rm(copy)))
  await openLibrary(page, folder)
  await makeCategory(page, 'Yellow blossom')
  const tiles = page.getByRole('grid', { name: 'Photos' }).getByRole('gridcell')
  await expect(tiles.first()).toBeVisible()
  await keyboard.press('Home')
  await expect(tiles.first()).toBeFocused()

  await test.step('a dozen questions, faster than one a second', async () => {
    await keyboard.press('r')
    await expect(review(page)).toBeVisible()
    await expect(review(page).getByRole('heading', { name: 'Is this Yellow blossom?' })).toBeVisible()
    const beganMs = Date.now()
    for (let answer = 0; answer < 12; answer++) {
      const photo = await photoAsked(page)
      await keyboard.press(photo.includes('sunflowers') ? 'y' : 'n')
      await nextPhoto(page, photo)
    }
    expect(Date.now() - beganMs).toBeLessThan(12_000)
    await expect(gain(page)).toHaveText(/^12 answers/)
  })

  await test.step('Undo goes back to the photo and takes its answer back', async () => {
    const photo = await photoAsked(page)
    await keyboard.press('ArrowLeft')
    await nextPhoto(page, photo)
    await expect(gain(page)).toHaveText(/^11 answers/)
    const taken = await photoAsked(page)
    await keyboard.press(taken.includes('sunflowers') ? 'y' : 'n')
    await expect(gain(page)).toHaveText(/^12 answers/)
  })

  await test.step('what is skipped comes back only when it is asked for', async () => {
    const photo = await photoAsked(page)
    await keyboard.press('s')
    await nextPhoto(page, photo)
    await keyboard.press('Backspace')
    await expect.poll(() => photoAsked(page)).toBe(photo)
    await expect(gain(page)).toHaveText(/^12 answers/)
  })

  await test.step('photos that are much alike are answered together, but for those taken out', async () => {
    await keyboard.press('g')
    const boxes = review(page).getByRole('group', { name: 'Photos the answer is for' }).getByRole('checkbox')
    await expect(boxes.first()).toBeVisible()
    const count = await boxes.count()
    await boxes.first().focus()
    await keyboard.press('Space')
    await expect(boxes.first()).not.toBeChecked()
    await keyboard.press('Space')
    await keyboard.press('n')
    await expect(gain(page)).toHaveText(new RegExp(`^${12 + count} answers`))
    await keyboard.press('Control+z')
    await expect(gain(page)).toHaveText(/^12 answers/)
    await keyboard.press('g')
  })

  await test.step('why: the sentence, the examples, the picture in words', async () => {
    await keyboard.press('w')
    const why = page.getByRole('dialog', { name: 'Why', exact: true })
    await expect(why.getByRole('heading', { name: 'Why Yellow blossom?' })).toBeFocused()
    await expect(why.getByText(/^Winnow (is|does)/)).toBeVisible()
    await expect(why.getByRole('button', { name: /^Open / }).first()).toBeVisible()
    await expect(why.getByRole('img', { name: /^This photo is at \d+ %/ })).toBeVisible()
    await keyboard.press('Escape')
    await expect(why).toHaveCount(0)
    await expect(review(page)).toBeVisible()
  })

  await test.step('Esc comes back to where the keyboard was', async () => {
    await keyboard.press('Escape')
    await expect(review(page)).toHaveCount(0)
    await expect(page.locator(':focus')).toHaveRole('gridcell')
  })

  await test.step('most of what is shown is right', async () => {
    const names = await tiles.evaluateAll((all) => all.map((tile) => tile.getAttribute('aria-label') ?? ''))
    const right = names.filter((name) => name.includes('sunflowers')).length
    expect(right / names.length).toBeGreaterThan(0.3)
  })

  await test.step('the history: a step is undone, and one goes back to before it all', async () => {
    await command(page, 'History of this category')
    const history = page.getByRole('complementary', { name: 'History of Yellow blossom' })
    await expect(history).toBeFocused()
    await expect(history.getByText('Made this category')).toBeVisible()
    await history
      .getByRole('button', { name: /^Undo this: Said/ })
      .first()
      .press('Enter')
    await expect(page.getByText(/^Undone: Said (yes|no)/)).toBeVisible()
    await history.getByRole('button', { name: /^Back to here: Made this category/ }).press('Enter')
    await expect(page.getByText(/^Went back\. 11 answers changed/)).toBeVisible()
    await keyboard.press('Control+z')
    await expect(page.getByText(/^Undone: /)).toBeVisible()
    await keyboard.press('Escape')
    await expect(history).toHaveCount(0)
  })

  await test.step('Esc in the search box comes back to the photos', async () => {
    await keyboard.press('/')
    await expect(page.getByRole('combobox', { name: 'Search photos' })).toBeFocused()
    await keyboard.press('Escape')
    await expect(page.locator(':focus')).toHaveRole('gridcell')
  })
})

test('groups without a name get one, and categories go to somebody else', async ({ app: { page }, workDir }) => {
  test.setTimeout(300_000)
  const { keyboard } = page
  const folder = join(workDir, 'Photos')
  await copyPhotos('caltech/beaver', 16, join(folder, 'beaver'))
  await copyPhotos('caltech/barrel', 16, join(folder, 'barrel'))
  await copyPhotos('coco', 16, join(folder, 'coco'))
  await openLibrary(page, folder)

  await test.step('a group is named, and with Undo it has no name again', async () => {
    await command(page, 'Find what I have no name for')
    const fields = page.getByRole('textbox', { name: /^Name for \d+ photos/ })
    await expect(fields.first()).toBeVisible({ timeout: 60_000 })
    const groupCount = await fields.count()
    const group = page.getByRole('region', { name: /^Group of/ }).first()
    await group.getByRole('checkbox').first().focus()
    await keyboard.press('ArrowRight')
    await keyboard.press('Space')
    await expect(group.getByRole('checkbox').nth(1)).not.toBeChecked()
    await fields.first().focus()
    await keyboard.type('Odd things')
    await keyboard.press('Enter')
    await expect(place(page, /^Odd things /)).toBeVisible()
    await expect(fields).toHaveCount(groupCount - 1)
    await page.getByRole('heading', { name: 'No name yet', level: 1 }).click()
    await keyboard.press('Control+z')
    await expect(place(page, /^Odd things /)).toHaveCount(0)
    await expect(fields).toHaveCount(groupCount)
    await keyboard.press('Control+Shift+z')
    await expect(place(page, /^Odd things /)).toBeVisible()
  })

  const file = join(workDir, 'mine.json')
  await test.step('categories are saved as a file, with answers as numbers', async () => {
    await command(page, 'Export all my categories')
    const dialog = page.getByRole('dialog', { name: 'Export Odd things' })
    const withAnswers = dialog.getByRole('checkbox', { name: /^With your \d+ answers/ })
    await expect(withAnswers).not.toBeChecked()
    await withAnswers.press('Space')
    await expect(withAnswers).toBeChecked()
    const saved = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Save file' }).press('Enter')
    await (await saved).saveAs(file)
    const text = await readFile(file, 'utf8')
    expect(text).toContain('Odd things')
    expect(text).not.toContain('beaver')
  })

  await test.step('the file is taken in by choosing it and by dropping it', async () => {
    const chooser = page.waitForEvent('filechooser')
    await command(page, 'Import categories')
    await (await chooser).setFiles(file)
    await expect(place(page, /^Odd things 2 /)).toBeVisible()
    const json = await readFile(file, 'utf8')
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'mine.json', { type: 'application/json' }))
      return data
    }, json)
    await page.locator('body').dispatchEvent('dragover', { dataTransfer: transfer })
    await expect(page.getByText('Drop to add the categories in this file')).toBeVisible()
    await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer })
    await expect(place(page, /^Odd things 3 /)).toBeVisible()
  })

  await test.step('a file that is no such file is refused in words, and nothing happens', async () => {
    const chooser = page.waitForEvent('filechooser')
    await command(page, 'Import categories')
    await (await chooser).setFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') })
    await expect(page.locator('[aria-live="assertive"]')).not.toBeEmpty()
    await expect(place(page, /^Odd things 4 /)).toHaveCount(0)
  })
})
