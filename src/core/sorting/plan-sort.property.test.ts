import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { entriesToHash } from './entries-to-hash.ts'
import { findCompanions } from './find-companions.ts'
import { foldPath } from './fold-path.ts'
import { applyTo, inputOf, root, split, targetPath } from './made-up-tree.fixture.ts'
import type { ModelFile, Scene, Tree } from './made-up-tree.fixture.ts'
import { planSort } from './plan-sort.ts'
import type { SortInput } from './plan-sort.ts'
import type { SortPlan } from './sort-plan.ts'
import type { Condition, SortAction, SortEdits, SortRules } from './sort-rules.ts'
import { summarisePlan } from './summarise-plan.ts'

const fileName = fc
  .tuple(
    fc.constantFrom('a', 'A', 'é', 'e\u0301', 'a (2)', 'IMG_E1', 'IMG_1', 'IMG_O1', 'a:b', 'a(1)', 'x'.repeat(30)),
    fc.constantFrom(
      '.jpg',
      '.JPG',
      '.png',
      '.heic',
      '.cr2',
      '.mov',
      '.xmp',
      '.jpg.xmp',
      '.aae',
      '.jpg.json',
      '.jpg(1).json',
    ),
  )
  // Nobody calls a photo so.
  .map(([stem, ending]) => (stem === 'IMG_O1' ? `${stem}.aae` : stem + ending))

const directory = fc.constantFrom(
  root,
  `${root}/in`,
  `${root}/In/b`,
  targetPath,
  `${targetPath}/animals`,
  `${targetPath}/Dog`,
  `${targetPath}/dog/2024`,
  `${targetPath}/2024`,
  `${targetPath}/Other`,
  // Not below the target, though it begins like it.
  `${targetPath}2/Dog`,
)

const modelFile: fc.Arbitrary<ModelFile> = fc.record({
  content: fc.integer({ min: 1, max: 12 }),
  sizeBytes: fc.constant(0),
  takenAtMs: fc.constantFrom(Date.UTC(2024, 0, 5), Date.UTC(2023, 11, 31, 23)),
  camera: fc.constantFrom(null, 'Canon', 'CANON', '../x'),
  tags: fc.uniqueArray(
    fc.record({
      categoryId: fc.integer({ min: 1, max: 5 }),
      band: fc.constantFrom('sure' as const, 'unsure' as const),
    }),
    { maxLength: 3, selector: ({ categoryId }) => categoryId },
  ),
  cameFrom: fc.constant(null),
})

/** Contents of the same number are of the same size; some sizes are shared by different contents. */
const tree: fc.Arbitrary<Tree> = fc
  .array(fc.tuple(directory, fileName, modelFile), { maxLength: 40, size: 'max' })
  .map(
    (files) =>
      new Map(files.map(([where, name, file]) => [`${where}/${name}`, { ...file, sizeBytes: file.content % 5 }])),
  )

const template = fc.constantFrom(
  '',
  'Dog',
  'dog/{year}',
  '{category}',
  '{category}/{camera}',
  '{year}/{month}',
  'Other',
  'In {folder}',
  'a.jpg/{type}',
  '{category}.',
)

const condition = fc.oneof<fc.Arbitrary<Condition>[]>(
  fc
    .uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 2 })
    .map((categoryIds) => ({ kind: 'category' as const, categoryIds })),
  fc.constant({ kind: 'choice' as const, choiceId: 1 }),
  fc.constant({ kind: 'date' as const, fromMs: Date.UTC(2024, 0, 1), toMs: null }),
  fc.constantFrom('', 'in', 'sorted').map((folderPath) => ({ kind: 'folder' as const, folderId: 1, folderPath })),
  fc.constant({ kind: 'type' as const, types: ['jpeg' as const] }),
)

const rules: fc.Arbitrary<SortRules> = fc.record({
  rules: fc.array(fc.record({ when: fc.array(condition, { maxLength: 2 }), to: template }), { maxLength: 4 }),
  otherwise: fc.option(template),
  includeUnsure: fc.boolean(),
})

const edits: fc.Arbitrary<SortEdits> = fc.record({
  excludedFileIds: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 5 }),
  folders: fc.array(
    fc.record({
      from: fc.constantFrom('Dog', 'dog/2024', 'Animals', 'Other', ''),
      to: fc.constantFrom('Dog', 'New/Place', '../../etc', '/abs', 'Other/'),
    }),
    { maxLength: 2 },
  ),
})

const action = fc.constantFrom<SortAction>('move', 'copy', 'link')
const limits = fc.constantFrom({ nameBytes: 255, pathLength: 4096 }, { nameBytes: 36, pathLength: 60 })

const scene: fc.Arbitrary<Scene> = fc.record({ tree, rules, edits, action, limits })

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((each, index) => ({ each, index, key: (index * 7919) % 101 }))
    .sort((a, b) => a.key - b.key || b.index - a.index)
    .map(({ each }) => each)
}

function contents(tree: Tree): readonly number[] {
  return [...new Set([...tree.values()].map(({ content }) => content))].sort()
}

/** All of a plan but what is known of the files' content. */
function decisions(plan: SortPlan): unknown {
  return plan.items.map(({ fileId, status, toDirectory, notes, members }) => {
    const names = members.map(({ toName }) => toName)
    return { fileId, status, toDirectory, notes, names }
  })
}

it('every file is in a plan once, and no path is given twice or is in use', () => {
  fc.assert(
    fc.property(scene, (scene) => {
      const input = inputOf(scene)
      const plan = planSort(input)
      const sources = plan.items.flatMap(({ fromDirectory, members }) =>
        members.map(({ fromName }) => `${fromDirectory}/${fromName}`),
      )
      expect(new Set(sources).size).toBe(sources.length)
      expect(plan.items.map(({ fileId }) => fileId).sort()).toEqual(input.files.map(({ fileId }) => fileId).sort())
      const inUse = new Set([...scene.tree.keys()].map(foldPath))
      for (const { status, toDirectory, members } of plan.items) {
        if (status !== 'go') continue
        for (const { toName } of members) {
          const path = [targetPath, ...(toDirectory === '' ? [] : [toDirectory]), toName].join('/')
          expect(inUse).not.toContain(foldPath(path))
          inUse.add(foldPath(path))
          expect(toName).not.toMatch(/[/\\:]|^\.*$/)
          expect(path.split('/')).not.toContain('..')
          expect(new TextEncoder().encode(toName).length).toBeLessThanOrEqual(scene.limits.nameBytes)
          expect(path.length).toBeLessThanOrEqual(scene.limits.pathLength)
        }
      }
    }),
  )
})

it('no file is put where a folder is needed', () => {
  fc.assert(
    fc.property(scene, (scene) => {
      const plan = planSort(inputOf(scene))
      const after = [...applyTo(scene.tree, plan).tree.keys()]
      const folders = new Set(after.map((path) => foldPath(split(path).directory)))
      const made = plan.items.filter(({ status }) => status === 'go')
      for (const { toDirectory, members } of made) {
        for (const { toName } of members) {
          expect(folders).not.toContain(foldPath([targetPath, toDirectory, toName].filter(Boolean).join('/')))
        }
      }
    }),
  )
})

it('the order of the files decides nothing', () => {
  fc.assert(
    fc.property(scene, (scene) => {
      const input = inputOf(scene)
      const other = input.files.map((file) => ({ ...file, companions: file.companions }))
      expect(planSort({ ...input, files: shuffled(other) })).toEqual(planSort(input))
    }),
  )
})

it('companions stay together and find their photo again', () => {
  fc.assert(
    fc.property(scene, (scene) => {
      const plan = planSort(inputOf(scene))
      const after = applyTo(scene.tree, plan).tree
      for (const { status, toDirectory, members } of plan.items) {
        if (status !== 'go' || members.length === 1) continue
        const directory = [targetPath, ...(toDirectory === '' ? [] : [toDirectory])].join('/')
        const there = [...after.keys()].map(split).flatMap((path) => (path.directory === directory ? [path.name] : []))
        const [photo, ...companions] = members.map(({ toName }) => toName)
        const found = [...findCompanions(there)].find(([name, others]) => name === photo || others.includes(photo!))
        expect(found?.flat()).toEqual(expect.arrayContaining(companions))
      }
    }),
  )
})

it('a plan that was applied leaves nothing to do', () => {
  fc.assert(
    fc.property(scene, (scene) => {
      const plan = planSort(inputOf(scene))
      const { tree, ids } = applyTo(scene.tree, plan)
      const again = planSort(inputOf({ ...scene, tree }, ids))
      // What a file stood in the way of can be done when that file has left.
      const blocked = new Set(plan.items.flatMap(({ status, fileId }) => (status === 'blocked' ? [fileId] : [])))
      expect(again.items.filter(({ status, fileId }) => status === 'go' && !blocked.has(fileId))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

it('what is excluded stays, and content is nowhere twice because of a plan', () => {
  fc.assert(
    fc.property(scene, (scene) => {
      const plan = planSort(inputOf(scene))
      const { tree } = applyTo(scene.tree, plan)
      const excluded = new Set(scene.edits.excludedFileIds)
      for (const { fileId, fromDirectory, members, status } of plan.items) {
        if (excluded.has(fileId)) expect(['excluded', 'no-rule', 'unsure']).toContain(status)
        if (status === 'go') continue
        for (const { fromName } of members) expect(tree.has(`${fromDirectory}/${fromName}`)).toBe(true)
      }
      expect(contents(tree)).toEqual(contents(scene.tree))
      if (scene.action === 'move') expect(tree.size).toBe(scene.tree.size)
    }),
  )
})

it('hashing what is asked for is enough', () => {
  fc.assert(
    fc.property(scene, (scene) => {
      const input = inputOf(scene)
      const blind: SortInput = {
        ...input,
        files: input.files.map((file) => ({
          ...file,
          contentHash: null,
          companions: file.companions.map((companion) => ({ ...companion, contentHash: null })),
        })),
        target: new Map(
          [...input.target].map(([key, directory]) => [
            key,
            { ...directory, entries: directory.entries.map((entry) => ({ ...entry, contentHash: null })) },
          ]),
        ),
      }
      const asked = entriesToHash(blind)
      const sources = new Set(asked.sources.map(({ directory, name }) => `${directory}/${name}`))
      const entries = new Set(asked.entries.map(({ directory, name }) => `${directory}/${name}`))
      const hashed: SortInput = {
        ...blind,
        files: input.files.map((file) => {
          const known = (name: string, hash: string | null) => (sources.has(`${file.directory}/${name}`) ? hash : null)
          return {
            ...file,
            contentHash: known(file.name, file.contentHash),
            companions: file.companions.map((each) => ({ ...each, contentHash: known(each.name, each.contentHash) })),
          }
        }),
        target: new Map(
          [...input.target].map(([key, directory]) => [
            key,
            {
              ...directory,
              entries: directory.entries.map((entry) => ({
                ...entry,
                contentHash: entries.has(`${directory.path}/${entry.name}`) ? entry.contentHash : null,
              })),
            },
          ]),
        ),
      }
      expect(decisions(planSort(hashed))).toEqual(decisions(planSort(input)))
      expect(entriesToHash(hashed)).toEqual({ sources: [], entries: [] })
    }),
  )
})

it('the summary counts what goes', () => {
  fc.assert(
    fc.property(scene, (scene) => {
      const input = inputOf(scene)
      const plan = planSort(input)
      const { folders, folderCount, counts } = summarisePlan(plan, input.target)
      expect(folderCount).toBe(folders.length)
      const going = plan.items.filter(({ status }) => status === 'go')
      expect(counts.go).toBe(going.length)
      expect(
        counts.go +
          counts.inPlace +
          counts.noRule +
          counts.unsure +
          counts.sameContent +
          counts.excluded +
          counts.blocked,
      ).toBe(plan.items.length)
      expect(folders.reduce((sum, { ownItemCount }) => sum + ownItemCount, 0)).toBe(going.length)
      const paths = folders.map(({ path }) => path)
      expect(paths[0] ?? '').toBe('')
      if (going.length > 0)
        expect(folders[0]).toMatchObject({ itemCount: counts.go, fileCount: counts.files, sizeBytes: counts.sizeBytes })
      for (const path of paths)
        if (path !== '') expect(paths).toContain(path.includes('/') ? split(path).directory : '')
    }),
  )
})
