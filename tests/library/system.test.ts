import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeModelsDir, openMadeLibrary } from '../fixtures/library/made-library.ts'
import type { MadeLibrary } from '../fixtures/library/made-library.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'

async function open(dir = temporaryFolder()): Promise<MadeLibrary> {
  const library = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  await library.settle()
  return library
}

const slashes = (path: string): string => path.replaceAll('\\', '/')

test('an export pages through every file that is ready, folder by folder, each once, with its tags', async () => {
  const library = await open()
  const { client } = library
  const second = library.addFolder('/another')
  const nested = library.addFolder('/made extra')
  const [dog] = library.add([
    { path: 'b/dog.jpg', shows: ['dog'] },
    { path: 'a.jpg' },
    { path: 'b.jpg', state: 'found' },
  ])
  library.add([{ path: 'z.jpg' }, { path: 'Ä/é.jpg' }], second)
  library.add([{ path: 'c.jpg' }], nested)
  const { categories } = await client['categories.list']({})
  const beach = categories.find(({ name }) => name === 'Beach')!
  await client['photos.decide']({ photoIds: [dog!], categoryId: beach.categoryId, verdict: 'no' })

  const whole = await client['export.page']({})
  expect(whole.done).toBe(true)
  expect(whole.rows.map(({ path }) => slashes(path))).toEqual([
    '/another/z.jpg',
    '/another/Ä/é.jpg',
    '/made/a.jpg',
    '/made/b/dog.jpg',
    '/made extra/c.jpg',
  ])
  expect(whole.rows[3]).toMatchObject({
    tags: [{ name: 'Dog', saidBy: 'winnow', origin: 'built-in' }],
    saidNo: ['Beach'],
  })

  const paged: string[] = []
  for (let after: string | undefined, done = false; !done;) {
    const page = await client['export.page']({ limit: 1, ...(after !== undefined && { after }) })
    paged.push(...page.rows.map(({ path }) => path))
    after = page.rows.at(-1)?.path
    done = page.done
  }
  expect(paged).toEqual(whole.rows.map(({ path }) => path))
})

test('settings are kept, and those never chosen are as they come', async () => {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  const before = await library.client['settings.get']({})
  expect(before).toMatchObject({ theme: 'system', toggledGroups: [] })
  const after = await library.client['settings.set']({ theme: 'dark', toggledGroups: ['category:3'] })
  expect(after).toEqual({ ...before, theme: 'dark', toggledGroups: ['category:3'] })
  await expect(library.client['settings.set']({ rowHeightPx: 5 })).rejects.toMatchObject({ code: 'invalid-input' })
  await library.close()
  const again = await openMadeLibrary(dir, { modelsDir: join(dir, 'models') })
  expect(await again.client['settings.get']({})).toEqual(after)
})

test('says what it is', async () => {
  const { client } = await open()
  expect(await client['system.info']({})).toMatchObject({
    host: 'terminal',
    platform: process.platform,
    capabilities: { folderDialog: false, filePaths: true, reveal: false },
    model: { id: 'winnow-starter' },
  })
})

test('a file can’t be shown where there is no file manager', async () => {
  const library = await open()
  const [photoId] = library.add([{}])
  const { files } = await library.client['photos.get']({ photoId: photoId! })
  await expect(library.client['photos.reveal']({ fileId: files[0]!.fileId })).rejects.toMatchObject({
    code: 'not-available',
  })
  await expect(library.client['photos.reveal']({ fileId: 999 })).rejects.toMatchObject({ code: 'not-found' })
})
