import { expect, it } from 'vitest'
import { placeOfPath } from './place-of-path.ts'

const folders = [
  { folderId: 1, path: '/photos' },
  { folderId: 2, path: '/photos/new' },
  { folderId: 3, path: 'D:\\Pictures' },
  { folderId: 4, path: '/' },
]

it('finds the folder itself and what lies below it', () => {
  expect(placeOfPath('/photos', folders)).toEqual({ kind: 'folder', folderId: 1, folderPath: '' })
  expect(placeOfPath('/photos/Sorted/2024', folders)).toEqual({
    kind: 'folder',
    folderId: 1,
    folderPath: 'Sorted/2024',
  })
  expect(placeOfPath('/photos/new/a', folders)).toEqual({ kind: 'folder', folderId: 2, folderPath: 'a' })
})

it('reads both slashes on Windows, and takes a backslash for a letter elsewhere', () => {
  expect(placeOfPath('D:\\Pictures\\Sorted', folders)).toEqual({ kind: 'folder', folderId: 3, folderPath: 'Sorted' })
  expect(placeOfPath('/photos/a\\b', folders)).toEqual({ kind: 'folder', folderId: 1, folderPath: 'a\\b' })
})

it('takes no folder for one whose name only begins the same', () => {
  expect(placeOfPath('/photos2', [{ folderId: 1, path: '/photos' }])).toBeNull()
  expect(placeOfPath('/anywhere', folders)).toEqual({ kind: 'folder', folderId: 4, folderPath: 'anywhere' })
})
