import { expect, test } from 'vitest'
import { sampleFolder } from './sample-plan.ts'
import { parentPath, treeRows, treeStep } from './tree-rows.ts'

const folders = ['', 'Family', 'Family/2023', 'Family/2024', 'Rain'].map((path) => sampleFolder(path))
const shown = (toggled: readonly string[] = []): readonly string[] =>
  treeRows(folders, 'Sorted', new Set(toggled)).map(({ name, level }) => `${level} ${name}`)

test('few folders are all open; what is closed hides what is below', () => {
  expect(shown()).toEqual(['1 Sorted', '2 Family', '3 2023', '3 2024', '2 Rain'])
  expect(shown(['Family'])).toEqual(['1 Sorted', '2 Family', '2 Rain'])
  expect(shown([''])).toEqual(['1 Sorted'])
})

test('of many folders the outermost are open', () => {
  const many = ['', ...Array.from({ length: 40 }, (_, year) => [`${year}`, `${year}/01`]).flat()]
  const rows = treeRows(
    many.map((path) => sampleFolder(path)),
    'Sorted',
    new Set(['3']),
  )
  expect(rows).toHaveLength(42)
  expect(rows.find(({ folder }) => folder.path === '3/01')).toMatchObject({ name: '01', level: 3, position: 1 })
})

test('says where a row stands among its siblings', () => {
  const rows = treeRows(folders, 'Sorted', new Set())
  expect(rows[3]).toMatchObject({ position: 2, siblingCount: 2, expanded: null })
  expect(rows[1]).toMatchObject({ position: 1, siblingCount: 2, expanded: true })
})

test.each([
  ['ArrowDown', 0, { kind: 'focus', index: 1 }],
  ['ArrowUp', 0, { kind: 'focus', index: 0 }],
  ['End', 0, { kind: 'focus', index: 4 }],
  ['ArrowRight', 1, { kind: 'focus', index: 2 }],
  ['ArrowLeft', 1, { kind: 'toggle', path: 'Family' }],
  ['ArrowLeft', 3, { kind: 'focus', index: 1 }],
  ['ArrowRight', 3, null],
  ['a', 3, null],
])('%s on row %i', (key, index, step) => {
  expect(treeStep(treeRows(folders, 'Sorted', new Set()), index, key)).toEqual(step)
})

test('the right arrow opens what is closed', () => {
  const rows = treeRows(folders, 'Sorted', new Set(['Family']))
  expect(treeStep(rows, 1, 'ArrowRight')).toEqual({ kind: 'toggle', path: 'Family' })
})

test('the target has no parent', () => {
  expect(['a/b/c', 'a', ''].map(parentPath)).toEqual(['a/b', '', null])
})
