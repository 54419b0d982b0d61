import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './harness/fixtures.ts'
import { copyPhotos, photosMissing } from './harness/photo-folder.ts'
import { tabTo } from './harness/tab-to.ts'

// What looks at photos, with providers that fail in every way. Real graphics: tests/library/swiftshader.test.ts.

test.skip(process.platform !== 'linux', 'Other systems have other providers')
test.skip(photosMissing !== undefined, photosMissing)

const rowOf = (page: Page, name: string): Locator => page.locator(`[data-provider="${name}"]`)
const why = (page: Page): Locator => page.getByText(/^Winnow uses /).first()

/** By the palette, as somebody who knows its name. */
async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

async function addPhotos(page: Page, workDir: string, count: number): Promise<void> {
  const folder = join(workDir, 'Photos')
  await copyPhotos('coco', count, folder)
  await expect(page.getByRole('textbox', { name: 'Path of a folder' })).toBeFocused()
  await page.keyboard.type(folder)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('treeitem', { name: new RegExp(`^All photos ${count} photo`) })).toBeVisible()
}

/** Until all were tested, of their own accord or because it was asked for. */
async function testAll(page: Page): Promise<void> {
  await goTo(page, 'hardware')
  await expect(page.getByRole('heading', { name: 'Hardware', level: 1 })).toBeVisible()
  const all = page.getByRole('button', { name: /^Test all/ })
  await tabTo(page, all)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Not tested yet|Being tested/)).toHaveCount(0, { timeout: 40_000 })
  await expect(all).toBeVisible({ timeout: 40_000 })
  await expect(all).toBeFocused()
}

test.describe('graphics that are slower, and a library that is missing', () => {
  test.use({ faults: { webgpu: 'slow', cuda: 'missing' } })

  test('the processor is used and the page says why; the person can have it otherwise', async ({ app, workDir }) => {
    const { page } = app
    const { keyboard } = page
    await addPhotos(page, workDir, 2)
    await testAll(page)
    await expect(why(page)).toHaveText(
      /^Winnow uses the processor, because it is faster here than the graphics \(WebGPU\): \d/,
    )
    await expect(rowOf(page, 'webgpu')).toContainText(
      /Works, slower: [\d.,]+ photos\/s where the processor does [\d.,]+/,
    )
    await expect(rowOf(page, 'cuda')).toContainText('libcublasLt.so.12')
    await expect(page.getByRole('radio', { name: 'NVIDIA (CUDA)' })).toBeDisabled()

    await tabTo(page, page.getByRole('radio', { name: 'Winnow decides' }))
    for (const name of ['Processor (CPU)', 'Graphics (WebGPU)']) {
      await keyboard.press('ArrowDown')
      await expect(page.getByRole('radio', { name })).toBeFocused()
    }
    // Arrows choose while they are held; a busy page moves the keyboard only after the key is up again.
    await keyboard.press('Space')
    await expect(page.getByRole('radio', { name: 'Graphics (WebGPU)' })).toBeChecked()
    await expect(why(page)).toHaveText('Winnow uses the graphics (WebGPU), because you chose it.')
    await tabTo(page, page.getByRole('switch', { name: 'Use less power' }))
    await keyboard.press('Space')
    await app.restart()

    await goTo(app.page, 'hardware')
    await expect(app.page.getByRole('radio', { name: 'Graphics (WebGPU)' })).toBeChecked()
    await expect(app.page.getByRole('switch', { name: 'Use less power' })).toBeChecked()
    await app.page.keyboard.press('Escape')
    await expect(app.page.getByRole('heading', { name: 'All photos', level: 1 })).toBeVisible()
  })
})

test.describe('graphics with wrong results, and a crash', () => {
  test.use({ faults: { webgpu: 'wrong', cuda: 'crash' } })

  test('neither is used, and each says why', async ({ app, workDir }) => {
    await addPhotos(app.page, workDir, 1)
    await testAll(app.page)
    await expect(rowOf(app.page, 'webgpu')).toContainText('Gives wrong results, so it isn’t used.')
    await expect(rowOf(app.page, 'cuda')).toContainText('Crashed while it was tested, so it isn’t used.')
    for (const name of ['Graphics (WebGPU)', 'NVIDIA (CUDA)']) {
      await expect(app.page.getByRole('radio', { name })).toBeDisabled()
    }
    await expect(why(app.page)).toHaveText(/^Winnow uses the processor/)
  })
})

test.describe('graphics that fail at work', () => {
  test.use({ faults: { webgpu: 'nan-at-work', cuda: 'refuse' } })

  test('the processor takes over, no photo is lost, and a notice leads to the reason', async ({ app, workDir }) => {
    const { page } = app
    await addPhotos(page, workDir, 1)
    await testAll(page)
    await expect(why(page)).toHaveText(/^Winnow uses the graphics/)
    await page.keyboard.press('Escape')
    await copyPhotos('weather/rain', 8, join(workDir, 'Photos', 'more'))
    const notice = page.getByRole('button', { name: 'Show', exact: true })
    await expect(notice).toBeVisible({ timeout: 60_000 })
    await tabTo(page, notice)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Hardware', level: 1 })).toBeVisible()
    await expect(rowOf(page, 'webgpu')).toContainText('failed at work')
    await expect(why(page)).toHaveText(/^Winnow uses the processor/)
    await expect(page.getByRole('treeitem', { name: /^All photos 9 photos$/ })).toBeVisible({ timeout: 40_000 })
    await expect(page.getByRole('treeitem', { name: /^Problems/ })).toHaveCount(0)
  })
})
