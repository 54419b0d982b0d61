import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './harness/fixtures.ts'
import { copyPhotos, photosMissing } from './harness/photo-folder.ts'
import { rootDir } from './harness/root-dir.ts'
import { startMirror } from './harness/start-mirror.ts'
import { tabTo } from './harness/tab-to.ts'

// Another model is added, used and left again with the keyboard alone: no line below touches the mouse.

const rowOf = (page: Page, name: string): Locator => page.getByRole('listitem', { name, exact: true })
const inUse = (page: Page): Locator => page.getByRole('region', { name: 'In use' })

/** By the palette, as somebody who knows its name. */
async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

async function press(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button)
  await page.keyboard.press('Enter')
}

test('a model from a folder looks at the photos, takes over and gives back', async ({ app, workDir }) => {
  test.skip(photosMissing !== undefined, photosMissing)
  const { page } = app
  const { keyboard } = page
  const folder = join(workDir, 'Photos')
  await copyPhotos('coco', 12, folder)
  const mine = page.getByRole('treeitem', { name: /^Mine \d+ photos$/ })
  let before = ''

  await test.step('photos are tagged, and three are put into a category by hand', async () => {
    await expect(page.getByRole('textbox', { name: 'Path of a folder' })).toBeFocused()
    await keyboard.type(folder)
    await keyboard.press('Enter')
    await expect(page.getByRole('treeitem', { name: /^All photos 12 photos$/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Pause/ })).toHaveCount(0, { timeout: 60_000 })
    await goTo(page, 'go to all photos')
    await tabTo(page, page.getByRole('grid', { name: 'Photos' }).locator('[role="gridcell"][tabindex="0"]'))
    for (const keys of ['Home', 'Space', 'Shift+ArrowRight', 'Shift+ArrowRight', 't']) await keyboard.press(keys)
    await keyboard.type('Mine')
    for (const keys of ['Enter', 'Escape', 'Escape']) await keyboard.press(keys)
    await expect(mine).toBeVisible()
    before = (await mine.textContent()) ?? ''
  })

  await test.step('a folder without a model is refused in a sentence that stays', async () => {
    await goTo(page, 'models')
    await expect(page.getByRole('heading', { name: 'Models', level: 1 })).toBeVisible()
    await expect(inUse(page).getByRole('article', { name: 'Winnow Starter' })).toBeVisible()
    await press(page, page.getByRole('button', { name: 'Add from a folder…' }))
    await expect(page.getByRole('textbox', { name: 'Path of the model’s folder' })).toBeFocused()
    await keyboard.type(folder)
    await keyboard.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible()
    await press(page, page.getByRole('button', { name: 'Close this message' }))
    await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
  })

  await test.step('one with a model is taken, and has the keyboard', async () => {
    await press(page, page.getByRole('button', { name: 'Add from a folder…' }))
    await keyboard.type(join(rootDir, 'tests/fixtures/models/clip-transformers'))
    await keyboard.press('Enter')
    const use = rowOf(page, 'clip-fixture').getByRole('button', { name: 'Use this model: clip-fixture' })
    await expect(use).toBeFocused({ timeout: 30_000 })
    await expect(use).toHaveAccessibleDescription(/^Looks at your 12 photos in the background.*Nothing is lost/)
  })

  await test.step('it looks at all photos and takes over; what was decided stays', async () => {
    const seen = page.evaluate(watchProgress)
    await keyboard.press('Enter')
    await expect(inUse(page).getByRole('article', { name: 'clip-fixture' })).toBeVisible({ timeout: 60_000 })
    expect(await seen).toMatch(/^(Looking at your photos|Reading the words|Finding tags)/)
    await expect(inUse(page)).toContainText('12 photos')
    await expect(mine).toBeVisible()
    await goTo(page, 'Mine')
    await expect(page.getByRole('grid', { name: 'Photos' }).getByRole('gridcell')).not.toHaveCount(0)
    await goTo(page, 'settings')
    await expect(page.getByText('Model: clip-fixture')).toBeVisible()
    await keyboard.press('Escape')
  })

  await test.step('going back is at once, and Esc leads to the photos', async () => {
    await goTo(page, 'models')
    const use = rowOf(page, 'Winnow Starter').getByRole('button', { name: 'Use this model: Winnow Starter' })
    await expect(use).toHaveAccessibleDescription(/^Changes over at once/)
    await press(page, use)
    await expect(inUse(page).getByRole('article', { name: 'Winnow Starter' })).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'Mine', level: 1 })).toBeVisible()
    await expect(page.getByRole('grid', { name: 'Photos' }).locator('[role="gridcell"]:focus')).toHaveCount(1)
    await expect(mine).toHaveText(before)
  })

  await test.step('it is removed with all that it knew', async () => {
    await goTo(page, 'models')
    await press(page, rowOf(page, 'clip-fixture').getByRole('button', { name: 'Remove clip-fixture' }))
    const question = page.getByRole('dialog', { name: 'Remove clip-fixture' })
    await tabTo(page, question.getByRole('checkbox', { name: /^What it knows of 12 photos/ }))
    await keyboard.press('Space')
    await press(page, question.getByRole('button', { name: /^Remove/ }))
    await expect(rowOf(page, 'clip-fixture')).toHaveCount(0)
  })
})

test('a download from a mirror rests, goes on where it was, and is given up', async ({ app, workDir }) => {
  test.skip(photosMissing !== undefined, photosMissing)
  const { page } = app
  const { keyboard } = page
  const mirror = await startMirror({ pieceMs: 100 })
  try {
    await copyPhotos('coco', 1, join(workDir, 'Photos'))
    await expect(page.getByRole('textbox', { name: 'Path of a folder' })).toBeFocused()
    await keyboard.type(join(workDir, 'Photos'))
    await keyboard.press('Enter')
    await expect(page.getByRole('treeitem', { name: /^All photos 1 photo$/ })).toBeVisible()
    await goTo(page, 'models')
    const row = rowOf(page, 'MobileCLIP2 S0 (Apple)')
    const download = row.getByRole('button', { name: /^Download \d+ MB: MobileCLIP2 S0/ })
    await expect(download).toHaveAccessibleDescription(/huggingface\.co/)
    await expect(row).toContainText(/licence/i)

    await press(page, page.getByRole('button', { name: 'From another address…' }))
    await keyboard.type(mirror.url)
    await keyboard.press('Enter')
    await expect(download).toHaveAccessibleDescription(new RegExp(`^Contacts ${new URL(mirror.url).host}`))
    expect(mirror.asked).toEqual([])

    await press(page, download)
    const pause = row.getByRole('button', { name: /^Pause the download/ })
    await expect(pause).toBeFocused()
    const bar = row.getByRole('progressbar', { name: /^Download of/ })
    await expect.poll(() => bar.evaluate((element: HTMLProgressElement) => element.value)).toBeGreaterThan(500_000)
    await keyboard.press('Enter')
    const goOn = row.getByRole('button', { name: /^Go on with the download/ })
    await expect(goOn).toBeFocused()
    await expect(row).toContainText(/Paused · [\d.]+ [kM]B of 302 MB/)

    await keyboard.press('Enter')
    await expect(pause).toBeFocused()
    await expect.poll(() => mirror.asked.at(-1)?.from ?? 0).toBeGreaterThan(500_000)
    await press(page, row.getByRole('button', { name: /^Cancel the download/ }))
    await expect(download).toBeFocused()
    await expect(bar).toHaveCount(0)
  } finally {
    await mirror.close()
  }
})

/** Inside the page: the first words that a model's progress said. */
function watchProgress(): Promise<string> {
  return new Promise((resolve) => {
    const words = (): string | null | undefined =>
      document.querySelector('[data-model] progress')?.parentElement?.querySelector('p')?.textContent
    const observer = new MutationObserver(() => {
      const said = words()
      if (said === null || said === undefined) return
      observer.disconnect()
      resolve(said)
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}
