import { expect, it } from 'vitest'
import { planTree } from './plan-tree.ts'

const folder = (path: string, fileCount: number, exists = false) => ({
  path,
  fileCount,
  sizeBytes: fileCount * 1000,
  exists,
})

it('draws folders below each other', () => {
  expect(
    planTree('Sorted', [
      folder('', 12, true),
      folder('Dog', 10),
      folder('Dog/2023', 1),
      folder('Dog/2024', 9),
      folder('Sea', 2, true),
      folder('Sea/2024', 2),
    ]).map((line) => line.trimEnd()),
  ).toEqual([
    'Sorted      12 files  12 kB',
    '├─ Dog      10 files  10 kB   new',
    '│  ├─ 2023  1 file    1.0 kB  new',
    '│  └─ 2024  9 files   9.0 kB  new',
    '└─ Sea      2 files   2.0 kB',
    '   └─ 2024  2 files   2.0 kB  new',
  ])
})

it('draws a target that nothing goes to', () => {
  expect(planTree('Sorted', [])).toEqual(['Sorted'])
})
