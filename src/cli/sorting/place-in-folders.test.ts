import { join, sep } from 'node:path'
import { expect, it } from 'vitest'
import { placeInFolders } from './place-in-folders.ts'

const roots = [
  { folderId: 1, path: join(sep, 'photos') },
  { folderId: 2, path: join(sep, 'photos more') },
]

it.each([
  [join(sep, 'photos'), { folderId: 1, folderPath: '' }],
  [join(sep, 'photos', '2024', 'Norway'), { folderId: 1, folderPath: '2024/Norway' }],
  [join(sep, 'photos more', 'a'), { folderId: 2, folderPath: 'a' }],
  [join(sep, 'photos elsewhere'), undefined],
  [sep, undefined],
])('finds %s', (path, place) => {
  expect(placeInFolders(path, roots)).toEqual(place)
})

it('takes a whole drive for what it is', () => {
  expect(placeInFolders(join(sep, 'a'), [{ folderId: 3, path: sep }])).toEqual({ folderId: 3, folderPath: 'a' })
})
