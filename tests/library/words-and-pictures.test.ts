import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startNodeWorker } from '../../src/platform/start-node-worker.ts'
import { idsOf } from '../fixtures/library/ids-of.ts'
import { makeModelsDir, openMadeLibrary } from '../fixtures/library/made-library.ts'
import type { MadeLibrary } from '../fixtures/library/made-library.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'

/** With the real worker, where words and pictures must go through the model. */

const rootDir = join(import.meta.dirname, '../..')

async function open(): Promise<MadeLibrary> {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, {
    modelsDir: makeModelsDir(dir),
    startWorker: () => startNodeWorker(join(rootDir, 'src/worker/main.ts')),
  })
  await library.settle()
  return library
}

test('words never heard before are searched for, previewed and made a category, which a restart does not need again', async () => {
  const library = await open()
  const { client } = library
  const guitars = library.add([{ shows: ['guitar'] }, { shows: ['guitar'] }])
  library.add(Array.from({ length: 150 }, () => ({})))
  const found = await client['photos.list']({ text: 'somebody’s electric guitar' })
  expect(found.exactCount).toBe(0)
  expect(found.notice).toBeUndefined()
  expect(
    idsOf(found.ids)
      .slice(0, 2)
      .sort((a, b) => a - b),
  ).toEqual(guitars)
  const draft = { name: 'Electric guitar of mine', strictness: 0.3 }
  const preview = await client['categories.preview']({ draft })
  const { category } = await client['categories.create']({ draft })
  expect(category.shownCount).toBe(preview.sure.count)
  expect(category.shownCount).toBeGreaterThanOrEqual(2)
})

test('a preview that is not wanted any more is stopped', async () => {
  const library = await open()
  library.add([{}])
  const stop = new AbortController()
  const asked = library.client['categories.preview']({ draft: { name: 'Words that take a while' } }, stop.signal)
  stop.abort()
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' })
})

test('a picture from outside is searched by', async () => {
  const library = await open()
  library.add(Array.from({ length: 80 }, () => ({})))
  const golden = readFileSync(join(rootDir, 'models/starter/golden/sunset.png'))
  const { pictureId } = await library.client['search.addPicture']({
    dataBase64: golden.toString('base64'),
    name: 'sunset.png',
  })
  const alike = await library.client['photos.list']({ likePictureId: pictureId })
  expect(alike.total).toBeGreaterThanOrEqual(60)
  expect(alike.order).toBe('best')
  await expect(
    library.client['search.addPicture']({ dataBase64: Buffer.from('no picture').toString('base64'), name: 'x.png' }),
  ).rejects.toMatchObject({ code: 'invalid-input' })
})

test('the doctor finds everything sound', async () => {
  const library = await open()
  library.add([{ shows: ['dog'] }])
  const { checks } = await library.client['system.doctor']({})
  const states = Object.fromEntries(checks.map(({ name, status }) => [name, status]))
  expect(states).toMatchObject({ Winnow: 'ok', Database: 'ok', 'Model files': 'ok', 'Model at work': 'ok' })
  expect(checks.find(({ name }) => name === 'Photos')?.message).toBe('1 in 1 files; 1 looked at')
})
