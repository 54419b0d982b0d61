import { describe, expect, it } from 'vitest'
import { folderPathProblem } from './folder-path-problem.ts'
import { renderTemplate } from './render-template.ts'
import { safeFolderName } from './safe-name.ts'
import type { SortFile, SortNames } from './sort-facts.ts'
import { parseTemplate } from './template.ts'

const names: SortNames = {
  categories: new Map([
    [1, { name: 'Cats/Dogs', parentId: null }],
    [2, { name: '..', parentId: null }],
  ]),
  choices: new Map(),
  folders: new Map([[1, 'Holiday']]),
}

const file: SortFile = {
  fileId: 1,
  photoId: 1,
  directory: '/home/ana/Pictures/Phone',
  name: 'IMG_1.JPG',
  sizeBytes: 1,
  mtimeMs: 0,
  contentHash: null,
  takenAtMs: Date.UTC(2024, 6, 9, 23, 59),
  camera: 'Canon EOS R5',
  rating: 1,
  tags: [],
  place: { folderId: 1, path: 'Phone' },
  cameFrom: null,
  companions: [],
}

function render(text: string, change: Partial<SortFile> = {}, categoryId: number | null = null): string {
  const { template, problem } = parseTemplate(text)
  if (template === null) throw new Error(problem)
  return renderTemplate(template, { ...file, ...change }, categoryId, names, (name) => safeFolderName(name, 255))
}

describe('templates', () => {
  it.each([
    ['', ''],
    ['Family', 'Family'],
    [' Family / {year}/ ', 'Family/2024'],
    ['{year}-{month}-{day}', '2024-07-09'],
    ['{MONTHNAME} {Year}', 'July 2024'],
    ['{camera}/{type}/{rating}', 'Canon EOS R5/JPEG/1 star'],
    ['{folder}', 'Phone'],
    ['{category}', 'No category'],
  ])('%j makes %j', (template, path) => {
    expect(render(template)).toBe(path)
  })

  it('makes one safe name of any value', () => {
    expect(render('{category}', {}, 1)).toBe('Cats_Dogs')
    expect(render('{category}/x', {}, 2)).toBe('_/x')
    expect(render('{camera}', { camera: 'a/../../b' })).toBe('a_.._.._b')
    expect(render('{camera}', { camera: 'CON' })).toBe('CON_')
  })

  it('has words for what is missing', () => {
    expect(render('{camera}/{rating}', { camera: null, rating: null })).toBe('Unknown camera/No rating')
    expect(render('{camera}', { camera: ' ' })).toBe('Unknown camera')
  })

  it('takes the folder a file came from', () => {
    expect(render('{folder}', { cameFrom: { folderId: 1, path: 'a/Trip' } })).toBe('Trip')
    expect(render('{folder}', { cameFrom: { folderId: 1, path: '' } })).toBe('Holiday')
    expect(render('{folder}', { cameFrom: { folderId: 9, path: '' } })).toBe('Unknown folder')
    expect(render('{folder}', { place: { folderId: 9, path: '' } })).toBe('Phone')
  })

  it.each([
    ['{size}', 'There is no {size}'],
    ['{}', 'Nothing stands between'],
    ['{year', 'stands alone'],
    ['year}', 'stands alone'],
    ['a//b', 'has no name'],
    ['../a', 'not the name of a folder'],
    ['a/./b', 'not the name of a folder'],
    ['/a', 'inside the target'],
    ['C:\\a', 'inside the target'],
    ['\\\\server\\a', 'inside the target'],
    ['a\\b', 'Write “/”'],
    ['a?', 'can’t have “?”'],
    ['a\u0000', 'a control character'],
    ['.hidden', 'hidden'],
    ['con', 'Try “con_”'],
    ['node_modules', 'Try “node_modules_”'],
    ['a.', 'Try “a”'],
  ])('%j is refused', (template, words) => {
    expect(parseTemplate(template)).toEqual({ template: null, problem: expect.stringContaining(words) })
  })

  it('a folder typed by hand is no template', () => {
    expect(folderPathProblem('Family/2024')).toBeNull()
    expect(folderPathProblem('Family/{year}')).toContain('one folder')
    expect(folderPathProblem('../x')).toContain('not the name of a folder')
  })
})
