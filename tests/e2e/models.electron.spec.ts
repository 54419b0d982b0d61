import { join } from 'node:path'
import { expect, test } from './harness/fixtures.ts'
import { copyPhotos, photosMissing } from './harness/photo-folder.ts'
import { rootDir } from './harness/root-dir.ts'

test('a model is chosen in the folder dialog, and hardware is a page of the window', async ({ app, workDir }) => {
  test.skip(photosMissing !== undefined, photosMissing)
  const { page } = app
  const { keyboard } = page
  await copyPhotos('coco', 2, join(workDir, 'Photos'))
  await app.chooseFolders([join(workDir, 'Photos')])
  await page
    .getByRole('button', { name: /^Add a folder/ })
    .first()
    .click()
  await expect(page.getByRole('treeitem', { name: /^All photos 2 photos$/ })).toBeVisible()

  await app.chooseFolders([join(rootDir, 'tests/fixtures/models/clip-immich')])
  await keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Models…' }).click()
  await page.getByRole('button', { name: 'Add from a folder…' }).click()
  await expect(page.getByRole('button', { name: 'Use this model: clip-immich' })).toBeFocused({ timeout: 30_000 })
  await keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'In use' })).toContainText('clip-immich', { timeout: 40_000 })

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Hardware' }).click()
  await expect(page.getByRole('radio', { name: 'Winnow decides' })).toBeChecked()
  await expect(page.getByText(/^Winnow uses /).first()).toBeVisible()
})
