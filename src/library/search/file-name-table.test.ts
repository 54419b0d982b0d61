import { expect, test } from 'vitest'
import { foldWords } from '../../core/search/fold-text.ts'
import { createFileNameTable } from './file-name-table.ts'

function sample() {
  const table = createFileNameTable()
  table.set(1, [{ folderId: 1, relativePath: '2023/Rome trip/IMG_2041.jpg' }])
  table.set(2, [{ folderId: 1, relativePath: '2023/Rome trip/dog in Café.jpg' }])
  table.set(3, [
    { folderId: 1, relativePath: 'cover.png' },
    { folderId: 2, relativePath: 'copies/Rome.png' },
  ])
  table.set(7, [{ folderId: 2, relativePath: 'hotdog.jpg' }])
  return table
}

const find = (text: string): number[] => sample().find(foldWords(text)).ids()

test('words are found at the beginning of a word of the name or of a folder above', () => {
  expect(find('rome')).toEqual([1, 2, 3])
  expect(find('rome 2041')).toEqual([1])
  expect(find('cafe')).toEqual([2])
  expect(find('dog')).toEqual([2])
  expect(find('2023 trip dog')).toEqual([2])
  expect(find('copies')).toEqual([3])
  expect(find('ome')).toEqual([])
})

test('the words must be together in one file of the photo', () => {
  expect(find('cover copies')).toEqual([])
})

test('a folder is itself and what lies below it, not one whose name begins alike', () => {
  const table = sample()
  table.set(8, [{ folderId: 1, relativePath: '2023/Rome trip 2/a.jpg' }])
  expect(table.inFolder(1, '').ids()).toEqual([1, 2, 3, 8])
  expect(table.inFolder(1, '2023').ids()).toEqual([1, 2, 8])
  expect(table.inFolder(1, '2023/Rome trip').ids()).toEqual([1, 2])
  expect(table.inFolder(2, '').ids()).toEqual([3, 7])
  expect(table.inFolder(3, '').ids()).toEqual([])
})

test('files that move or go are counted where they are now', () => {
  const table = sample()
  table.set(2, [{ folderId: 2, relativePath: 'hotdog 2.jpg' }])
  table.set(3, [])
  table.set(99, [])
  expect(table.directories().map(({ folderId, path, photoCount }) => [folderId, path, photoCount])).toEqual([
    [1, '2023/Rome trip', 1],
    [2, '', 2],
  ])
  expect(table.find(['rome']).ids()).toEqual([1])
  expect(table.find(['cover']).ids()).toEqual([])
})

test('what is being typed offers names, the closest first', () => {
  const table = sample()
  table.set(9, [{ folderId: 1, relativePath: 'IMG_20411.jpg' }])
  table.set(10, [{ folderId: 1, relativePath: 'our dog.jpg' }])
  expect(table.suggest('dog', 5)).toEqual([2, 10])
  expect(table.suggest('img_2041', 1)).toEqual([9])
  expect(table.suggest('  ', 5)).toEqual([])
})
