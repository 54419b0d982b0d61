import { describe, expect, it } from 'vitest'
import { foldPath } from './fold-path.ts'
import { noteSentence } from './note-sentence.ts'
import { planSort } from './plan-sort.ts'
import type { SortInput } from './plan-sort.ts'
import { plannedDirectories } from './planned-directories.ts'
import { retarget } from './retarget.ts'
import type { Companion, SortFile, TargetDirectory } from './sort-facts.ts'
import type { PlanItem } from './sort-plan.ts'
import { noEdits } from './sort-rules.ts'
import type { SortRule } from './sort-rules.ts'

let lastId = 0

/** A photo of its own content, tagged as said. */
function photo(path: string, tags: Record<number, 'sure' | 'unsure'> = {}, change: Partial<SortFile> = {}): SortFile {
  const slash = path.lastIndexOf('/')
  const fileId = ++lastId
  return {
    fileId,
    photoId: fileId,
    directory: path.slice(0, slash),
    name: path.slice(slash + 1),
    sizeBytes: 10,
    mtimeMs: 0,
    contentHash: `own ${fileId}`,
    takenAtMs: Date.UTC(2024, 0, 31),
    camera: null,
    rating: null,
    tags: Object.entries(tags).map(([id, band]) => ({ categoryId: Number(id), band })),
    place: { folderId: 1, path: path.slice(1, slash) },
    cameFrom: null,
    companions: [],
    ...change,
  }
}

function companion(name: string, contentHash = name): Companion {
  return { fileId: null, photoId: null, name, sizeBytes: 1, mtimeMs: 0, contentHash }
}

function directory(
  path: string,
  ...files: readonly (string | readonly [name: string, contentHash: string])[]
): TargetDirectory {
  return {
    path,
    leadsOutside: false,
    entries: files.map((file) => {
      const [name, contentHash] = typeof file === 'string' ? [file, null] : file
      return { name, kind: 'file', sizeBytes: 10, contentHash }
    }),
  }
}

function inputFor(files: readonly SortFile[], rules: readonly SortRule[], change: Partial<SortInput> = {}): SortInput {
  return {
    files,
    rules: { rules: [...rules], otherwise: null, includeUnsure: false },
    names: {
      categories: new Map([
        [1, { name: 'Animals', parentId: null }],
        [2, { name: 'Dog', parentId: 1 }],
        [3, { name: 'Beach', parentId: null }],
      ]),
      choices: new Map([[1, [1, 3]]]),
      folders: new Map([[1, 'root']]),
    },
    edits: noEdits,
    action: 'move',
    targetPath: '/t',
    target: new Map(),
    limits: { nameBytes: 255, pathLength: 4096 },
    ...change,
  }
}

function targetOf(...directories: readonly TargetDirectory[]): SortInput['target'] {
  return new Map(directories.map((each) => [foldPath(each.path), each]))
}

/** "Folder/name.jpg", or the status of what does not go. */
function outcome({ status, toDirectory, members }: PlanItem): string {
  return status === 'go' ? `${toDirectory}/${members.map(({ toName }) => toName).join(' + ')}` : status
}

function outcomes(input: SortInput): readonly string[] {
  return planSort(input).items.map(outcome)
}

const animals: SortRule = { when: [{ kind: 'category', categoryIds: [1] }], to: 'Animals' }
const beach: SortRule = { when: [{ kind: 'category', categoryIds: [3] }], to: 'Beach' }
const all: SortRule = { when: [], to: 'All' }

describe('rules', () => {
  it('the first that matches wins, and the others are named', () => {
    const [item] = planSort(inputFor([photo('/a/1.jpg', { 1: 'sure', 3: 'sure' })], [beach, animals, all])).items
    expect(item).toMatchObject({ toDirectory: 'Beach', ruleIndex: 0, alsoWantedBy: [1, 2] })
  })

  it('a category is that of those below it too', () => {
    expect(outcomes(inputFor([photo('/a/1.jpg', { 2: 'sure' })], [{ ...animals, to: '{category}' }]))).toEqual([
      'Dog/1.jpg',
    ])
  })

  it('a choice goes by its own categories', () => {
    const rule: SortRule = { when: [{ kind: 'choice', choiceId: 1 }], to: '{category}' }
    expect(outcomes(inputFor([photo('/a/1.jpg', { 2: 'sure' })], [rule]))).toEqual(['Animals/1.jpg'])
  })

  it('what only an unsure tag wants stays, also with a place for everything else', () => {
    const files = [photo('/a/1.jpg', { 1: 'unsure' }), photo('/a/2.jpg', {})]
    const input = inputFor(files, [animals])
    const rules = { ...input.rules, otherwise: 'Rest' }
    expect(outcomes({ ...input, rules })).toEqual(['Rest/2.jpg', 'unsure'])
    expect(outcomes({ ...input, rules: { ...rules, includeUnsure: true } })).toEqual(['Animals/1.jpg', 'Rest/2.jpg'])
    expect(outcomes(inputFor([files[0]!], [animals, all]))).toEqual(['All/1.jpg'])
  })

  it('conditions must all hold, from a day on and before another', () => {
    const rule: SortRule = {
      when: [
        { kind: 'date', fromMs: Date.UTC(2024, 0, 31), toMs: Date.UTC(2024, 1, 1) },
        { kind: 'type', types: ['jpeg'] },
        { kind: 'rating', atLeast: 4 },
        { kind: 'folder', folderId: 1, folderPath: 'a/b' },
      ],
      to: 'X',
    }
    const fits = { rating: 4 }
    const files = [
      photo('/a/b/1.jpg', {}, fits),
      photo('/a/b/c/2.jpg', {}, fits),
      photo('/x/3.jpg', {}, { ...fits, cameFrom: { folderId: 1, path: 'a/b' } }),
      photo('/a/b/4.png', {}, fits),
      photo('/a/b/5.jpg', {}, { rating: 3 }),
      photo('/a/b/6.jpg', {}, { ...fits, takenAtMs: Date.UTC(2024, 1, 1) }),
      photo('/a/bc/7.jpg', {}, fits),
      photo('/a/b/8.jpg', {}, { ...fits, cameFrom: { folderId: 1, path: '' } }),
    ]
    const going = outcomes(inputFor(files, [rule])).filter((each) => each !== 'no-rule')
    expect(going).toEqual(['X/1.jpg', 'X/2.jpg', 'X/3.jpg'])
  })

  it('a template that is none is refused', () => {
    expect(() => planSort(inputFor([], [{ when: [], to: '../x' }]))).toThrow('Rule 1: “..”')
  })
})

describe('what is there already', () => {
  it('a name in use gets a number, for all that go together', () => {
    const file = photo('/a/1.jpg', {}, { companions: [companion('1.jpg.xmp'), companion('1.MOV')] })
    const target = targetOf(directory('All', '1.jpg', '1 (2).MOV'))
    const [item] = planSort(inputFor([file], [all], { target })).items
    expect(item?.members.map(({ toName }) => toName)).toEqual(['1 (3).jpg', '1 (3).jpg.xmp', '1 (3).MOV'])
    expect(item?.notes.map(noteSentence)).toEqual(['The name 1.jpg is in use there, so it becomes 1 (3).jpg.'])
  })

  it('two that come get two names', () => {
    expect(outcomes(inputFor([photo('/b/1.jpg'), photo('/a/1.JPG'), photo('/c/1.jpg')], [all]))).toEqual([
      'All/1.JPG',
      'All/1 (2).jpg',
      'All/1 (3).jpg',
    ])
  })

  it('the same content under any name is not put there again', () => {
    const target = targetOf(directory('All', ['other.jpg', 'same']))
    const files = [photo('/a/1.jpg', {}, { contentHash: 'same' }), photo('/b/2.jpg', {}, { contentHash: 'new' })]
    const again = photo('/c/3.jpg', {}, { contentHash: 'new' })
    const { items } = planSort(inputFor([...files, again], [all], { target }))
    expect(items.map(outcome)).toEqual(['same-content', 'All/2.jpg', 'same-content'])
    expect(items.map(({ notes }) => notes[0])).toEqual([
      { kind: 'same-content', path: 'All/other.jpg' },
      undefined,
      { kind: 'same-content', path: 'All/2.jpg' },
    ])
  })

  it('a photo whose sidecar is not there yet goes with it', () => {
    const target = targetOf(directory('All', ['1.jpg', 'same']))
    const file = photo('/a/1.jpg', {}, { contentHash: 'same', companions: [companion('1.xmp')] })
    expect(outcomes(inputFor([file], [all], { target }))).toEqual(['All/1 (2).jpg + 1 (2).xmp'])
  })

  it('content that is about to leave does not count', () => {
    const leaving = photo('/t/Beach/1.jpg', { 1: 'sure' }, { contentHash: 'same' })
    const coming = photo('/a/2.jpg', { 3: 'sure' }, { contentHash: 'same' })
    const target = targetOf(directory('Beach', ['1.jpg', 'same']))
    const input = inputFor([leaving, coming], [animals, beach], { target })
    expect(outcomes(input)).toEqual(['Animals/1.jpg', 'Beach/2.jpg'])
    expect(outcomes({ ...input, action: 'copy' })).toEqual(['Animals/1.jpg', 'same-content'])
  })

  it('what is in place stays and keeps its name', () => {
    const files = [photo('/t/all/1.jpg'), photo('/a/1.jpg')]
    const target = targetOf(directory('all', '1.jpg'))
    expect(outcomes(inputFor(files, [all], { target }))).toEqual(['all/1 (2).jpg', 'in-place'])
  })

  it('a folder that differs in case only is the same folder', () => {
    const { items } = planSort(
      inputFor([photo('/a/1.jpg')], [{ when: [], to: 'all/é' }], { target: targetOf(directory('ALL', '1.jpg')) }),
    )
    expect(items[0]).toMatchObject({ toDirectory: 'ALL/é', notes: [{ kind: 'spelling', from: 'all', to: 'ALL' }] })
  })

  it('nothing is put through a link or a file', () => {
    const target = targetOf({ ...directory('Animals'), leadsOutside: true }, directory('', 'beach'))
    const files = [photo('/a/1.jpg', { 1: 'sure' }), photo('/a/2.jpg', { 3: 'sure' })]
    const { items } = planSort(inputFor(files, [animals, beach], { target }))
    expect(items.map(({ status, notes }) => [status, notes[0]?.kind])).toEqual([
      ['blocked', 'leads-outside'],
      ['blocked', 'not-a-folder'],
    ])
  })

  it('a sidecar that is there gets no other photo', () => {
    const target = targetOf(directory('All', '1.png', '1.xmp'))
    expect(outcomes(inputFor([photo('/a/1.jpg')], [all], { target }))).toEqual(['All/1 (2).jpg'])
  })

  it('a RAW photo comes to its JPEG under its own name', () => {
    const files = [photo('/t/All/1.jpg'), photo('/a/RAW/1.cr2')]
    expect(outcomes(inputFor(files, [all], { target: targetOf(directory('All', '1.jpg')) }))).toEqual([
      'All/1.cr2',
      'in-place',
    ])
  })
})

describe('names', () => {
  it('that another system can’t hold are changed, with those of companions', () => {
    const file = photo('/a/a:b.jpg', {}, { companions: [companion('a:b.xmp')] })
    const [item] = planSort(inputFor([file], [all])).items
    expect(item?.members.map(({ toName }) => toName)).toEqual(['a_b.jpg', 'a_b.xmp'])
    expect(item?.notes).toEqual([{ kind: 'portable-name', from: 'a:b.jpg', to: 'a_b.jpg' }])
  })

  it('that are too long are shortened, and keep ending and number', () => {
    const name = `${'é'.repeat(20)}.jpg`
    const input = inputFor([photo(`/a/${name}`), photo(`/b/${name}`)], [all], {
      limits: { nameBytes: 30, pathLength: 4096 },
    })
    expect(outcomes(input)).toEqual([`All/${'é'.repeat(13)}.jpg`, `All/${'é'.repeat(11)} (2).jpg`])
  })

  it('a path that is too long all the same is blocked', () => {
    const input = inputFor([photo('/a/abcdefghij.jpg')], [all], { limits: { nameBytes: 255, pathLength: 19 } })
    expect(outcomes(input)).toEqual(['All/abcdefgh.jpg'])
    expect(outcomes({ ...input, limits: { nameBytes: 255, pathLength: 18 } })).toEqual(['blocked'])
  })

  it('companions that do not begin like their photo stay in step', () => {
    const file = photo('/a/D(1).jpg', {}, { companions: [companion('D.jpg(1).json')] })
    const edited = photo('/a/IMG_E5.jpg', {}, { companions: [companion('IMG_O5.aae')] })
    const target = targetOf(directory('All', 'D(1).jpg', 'IMG_E5.jpg'))
    expect(outcomes(inputFor([file, edited], [all], { target }))).toEqual([
      'All/D(1) (2).jpg + D(1) (2).jpg.json',
      'All/IMG_E5 (2).jpg + IMG_O5 (2).aae',
    ])
  })
})

describe('changes by hand', () => {
  it('what is excluded stays with its companions', () => {
    const file = photo('/a/1.jpg', {}, { companions: [companion('1.xmp')] })
    const input = inputFor([file], [all], { edits: { excludedFileIds: [file.fileId], folders: [] } })
    expect(planSort(input).items[0]).toMatchObject({
      status: 'excluded',
      toDirectory: 'All',
      members: [{}, { toName: '1.xmp' }],
    })
  })

  it.each([
    ['a/b', [{ from: 'a', to: 'x' }], 'x/b'],
    ['ab', [{ from: 'a', to: 'x' }], 'ab'],
    ['A/b', [{ from: 'a', to: '' }], 'b'],
    [
      'a/b',
      [
        { from: 'a', to: 'x' },
        { from: 'a', to: 'y' },
      ],
      'y/b',
    ],
    [
      'a/b',
      [
        { from: 'a', to: 'x' },
        { from: 'x/b', to: 'z' },
      ],
      'z',
    ],
    ['a', [{ from: '', to: 'x/y' }], 'x/y/a'],
    ['a', [{ from: 'a', to: '../../etc' }], '_/_/etc'],
    ['a', [{ from: 'a', to: '/x//y/' }], 'x/y'],
  ])('%s with %j goes to %s', (planned, folders, path) => {
    expect(retarget(planned, folders, 255)).toBe(path)
  })
})

it('names the folders to look into, each after the one it is in', () => {
  const files = [photo('/a/1.jpg', { 1: 'sure' }), photo('/a/2.jpg', { 3: 'sure' })]
  const rules = [
    { ...animals, to: 'B/{year}' },
    { ...beach, to: 'b a' },
  ]
  expect(plannedDirectories(inputFor(files, rules))).toEqual(['', 'B', 'B/2024', 'b a'])
  expect(plannedDirectories(inputFor(files, []))).toEqual([])
})
