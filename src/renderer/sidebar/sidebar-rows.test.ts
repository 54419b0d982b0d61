import { describe, expect, it } from 'vitest'
import type { Folder } from '../../contract/folders.ts'
import { sampleCategory } from '../category-editor/sample-category.ts'
import { folderRows, foundRows, ownCategoryRows, sectionRows, type SidebarRow } from './sidebar-rows.ts'

function folder(change: Partial<Folder>): Folder {
  return {
    folderId: 1,
    path: '/photos',
    name: 'photos',
    status: 'ready',
    photoCount: 9,
    notReadYet: {},
    lastScanAtMs: null,
    notice: null,
    subfolders: [],
    ...change,
  }
}

const drawn = (rows: readonly SidebarRow[]): readonly string[] =>
  rows.map(
    (row) => `${'  '.repeat(row.level - 1)}${row.expanded === null ? '' : row.expanded ? '▾ ' : '▸ '}${row.label}`,
  )

describe('the sidebar', () => {
  it('has Problems only where there are any', () => {
    const counts = { photoCount: 1200, unsureCount: 34, untaggedCount: 5, problemCount: 0 }
    expect(drawn(sectionRows(counts))).toEqual(['All photos', 'Not sure', 'Untagged', 'No name yet', 'Sort files'])
    expect(sectionRows({ ...counts, problemCount: 2 }).at(-1)).toMatchObject({
      label: 'Problems',
      count: 2,
      setSize: 6,
    })
  })

  it('shows own categories in their order, and below their parents', () => {
    const categories = [
      sampleCategory({ categoryId: 1, name: 'Cakes', origin: 'own', position: 1 }),
      sampleCategory({ categoryId: 2, name: 'Allotment', origin: 'own', position: 2 }),
      sampleCategory({ categoryId: 3, name: 'Birthday cake', origin: 'own', position: 0, parentId: 1 }),
      sampleCategory({ categoryId: 4, name: 'Dog' }),
    ]
    expect(drawn(ownCategoryRows(categories, new Set(), []))).toEqual(['▸ Cakes', 'Allotment'])
    expect(drawn(ownCategoryRows(categories, new Set(['category:1']), []))).toEqual([
      '▾ Cakes',
      '  Birthday cake',
      'Allotment',
    ])
  })

  it('shows what occurs, below its group, by name', () => {
    const categories = [
      sampleCategory({ categoryId: 1, name: 'Nature', key: 'nature' }),
      sampleCategory({ categoryId: 2, name: 'Animals', key: 'animals' }),
      sampleCategory({ categoryId: 3, name: 'Sea', parentId: 1 }),
      sampleCategory({ categoryId: 4, name: 'Beach', parentId: 1 }),
      sampleCategory({ categoryId: 5, name: 'Unicorn', parentId: 2, shownCount: 0 }),
    ]
    expect(drawn(foundRows(categories, new Set(['category:1'])))).toEqual(['▾ Nature', '  Beach', '  Sea', 'Animals'])
  })

  it('hangs sub-folders below the nearest folder that is listed', () => {
    const paths = ['2023', '2023/07 Norway', 'archive/old/scans']
    const rows = folderRows(
      [folder({ subfolders: paths.map((path) => ({ path, photoCount: 1 })) })],
      new Set(['folder:1', 'folder:1:2023']),
    )
    expect(drawn(rows)).toEqual(['▾ photos', '  ▾ 2023', '    07 Norway', '  archive/old/scans'])
    expect(rows[2]?.place).toEqual({ kind: 'folder', folderId: 1, folderPath: '2023/07 Norway' })
  })

  it('greys a folder whose drive is gone, with everything below, and says so', () => {
    const [row, below] = folderRows(
      [folder({ status: 'offline', subfolders: [{ path: 'a', photoCount: 1 }] })],
      new Set(['folder:1']),
    )
    expect(row).toMatchObject({ offline: true, note: 'not connected' })
    expect(below).toMatchObject({ offline: true })
  })

  it('shows the categories of a choice together, open, where the first of them would stand', () => {
    const categories = [
      sampleCategory({ categoryId: 1, name: 'Cakes', origin: 'own', position: 0 }),
      sampleCategory({ categoryId: 2, name: 'Rex', origin: 'own', position: 1, choiceId: 7 }),
      sampleCategory({ categoryId: 3, name: 'Zoo', origin: 'own', position: 2 }),
      sampleCategory({ categoryId: 4, name: 'Luna', origin: 'own', position: 3, choiceId: 7 }),
    ]
    const pet = { choiceId: 7, name: 'Pet', categoryIds: [4, 2], allowsNone: true }
    const rows = ownCategoryRows(categories, new Set(), [pet])
    expect(drawn(rows)).toEqual(['Cakes', '▾ Pet', '  Luna', '  Rex', 'Zoo'])
    expect(drawn(ownCategoryRows(categories, new Set(['choice:7']), [pet]))).toEqual(['Cakes', '▸ Pet', 'Zoo'])
  })

  it('shows a category once, also while categories and choices disagree', () => {
    const left = [sampleCategory({ categoryId: 2, name: 'Rex', origin: 'own', position: 0, choiceId: null })]
    const pet = { choiceId: 7, name: 'Pet', categoryIds: [2, 4], allowsNone: true }
    expect(drawn(ownCategoryRows(left, new Set(), [pet]))).toEqual(['Rex'])
    const joined = left.map((category) => ({ ...category, choiceId: 7 }))
    expect(drawn(ownCategoryRows(joined, new Set(), []))).toEqual(['Rex'])
  })
})
