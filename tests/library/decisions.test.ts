import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Verdict } from '../../src/contract/primitives.ts'
import { makeModelsDir, openMadeLibrary } from '../fixtures/library/made-library.ts'
import type { MadeLibrary } from '../fixtures/library/made-library.ts'
import { idsOf } from '../fixtures/library/ids-of.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'

async function open(): Promise<MadeLibrary> {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  await library.settle()
  return library
}

async function categoryId({ client }: MadeLibrary, name: string): Promise<number> {
  const { categories } = await client['categories.list']({ includeHidden: true })
  return categories.find((category) => category.name === name)!.categoryId
}

async function shownUnder({ client }: MadeLibrary, id: number): Promise<number[]> {
  return idsOf((await client['photos.list']({ categoryIds: [id], band: 'sure' })).ids)
}

const yesOrNo = fc.constantFrom('yes', 'no', 'undecided')
const photo = fc.nat({ max: 5 })
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('decide'),
      photos: fc.uniqueArray(photo, { minLength: 1 }),
      verdict: yesOrNo,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('undo', 'redo') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('predict again') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('learn again') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('strictness'), strictness: fc.constantFrom(0, 0.5, 1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('words'), words: fc.constantFrom('guitar', 'banana') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove and bring back') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge'), from: photo, to: photo }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit'), photo }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What the person's word must be, kept in the simplest way there is. */
interface Model {
  /** The photo that stands for each of the six; merged ones share it, an edited one is another. */
  photos: number[]
  readonly verdicts: Map<number, { verdict: Verdict; atMs: number }>
  readonly done: { before: Map<number, Verdict>; verdict: Verdict }[]
  readonly undone: { before: Map<number, Verdict>; verdict: Verdict }[]
}

test(
  'a yes is always shown, a no never, and undo restores exactly, whatever else happens',
  { timeout: 300_000 },
  async () => {
    const library = await open()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const shows = ['guitar', 'banana', 'guitar', undefined, undefined, undefined]
        const photos = [...library.add(shows.map((phrase) => (phrase === undefined ? {} : { shows: [phrase] })))]
        const name = `Category of photo ${photos[0]}`
        const { category } = await library.client['categories.create']({ draft: { name, words: ['guitar'] } })
        const id = category.categoryId
        const model: Model = { photos, verdicts: new Map(), done: [], undone: [] }
        for (const one of steps) {
          library.clock.nowMs += 1000
          await take(library, id, model, one)
          const shown = await shownUnder(library, id)
          for (const photoId of model.photos) {
            const verdict = model.verdicts.get(photoId)?.verdict ?? 'undecided'
            if (verdict === 'yes') expect(shown).toContain(photoId)
            if (verdict === 'no') expect(shown).not.toContain(photoId)
            const details = await library.client['photos.get']({ photoId })
            expect(details.saidNo.some((one) => one.categoryId === id)).toBe(verdict === 'no')
            expect(details.tags.some((tag) => tag.categoryId === id && tag.saidBy === 'you')).toBe(verdict === 'yes')
          }
        }
        // The next run's undo must not reach into this one.
        while ((await library.client['history.undo']({})).did !== null);
        await library.client['categories.remove']({ categoryId: id }).catch(() => undefined)
      }),
      { numRuns: 40 },
    )
  },
)

async function take(library: MadeLibrary, id: number, model: Model, step: Step): Promise<void> {
  const { client, clock } = library
  const say = (photoId: number, verdict: Verdict): void =>
    void model.verdicts.set(photoId, { verdict, atMs: clock.nowMs })
  const said = (photoId: number): Verdict => model.verdicts.get(photoId)?.verdict ?? 'undecided'
  switch (step.kind) {
    case 'decide': {
      if (!('photos' in step)) return
      const photoIds = [...new Set(step.photos.map((index) => model.photos[index]!))]
      const before = new Map(photoIds.map((photoId) => [photoId, said(photoId)]))
      const changed = photoIds.filter((photoId) => said(photoId) !== step.verdict)
      expect(await client['photos.decide']({ photoIds, categoryId: id, verdict: step.verdict })).toEqual({
        changed: changed.length,
      })
      if (changed.length === 0) return
      for (const photoId of changed) say(photoId, step.verdict)
      model.done.push({
        before: new Map(changed.map((photoId) => [photoId, before.get(photoId)!])),
        verdict: step.verdict,
      })
      model.undone.length = 0
      return
    }
    case 'undo': {
      // Below the answers lies the step that made the category; that one stays.
      const action = model.done.pop()
      if (action === undefined) return
      await client['history.undo']({})
      for (const [photoId, verdict] of action.before) say(photoId, verdict)
      model.undone.push(action)
      return
    }
    case 'redo': {
      const action = model.undone.pop()
      if (action === undefined) return
      await client['history.redo']({})
      for (const photoId of action.before.keys()) say(photoId, action.verdict)
      model.done.push(action)
      return
    }
    case 'predict again':
      for (const photoId of new Set(model.photos)) {
        library.context.store.transaction(() =>
          library.tagger.add([{ photoId, embedding: library.embeddingOf([], photoId) }]),
        )
      }
      return
    case 'learn again':
      await library.settle()
      return
    case 'strictness':
      if ('strictness' in step)
        await undoable(library, model, () =>
          client['categories.update']({ categoryId: id, strictness: step.strictness }),
        )
      return
    case 'words':
      if ('words' in step)
        await undoable(library, model, () => client['categories.update']({ categoryId: id, words: [step.words] }))
      return
    case 'remove and bring back':
      await undoable(library, model, async () => {
        await client['categories.remove']({ categoryId: id })
        await client['history.undo']({})
      })
      return
    case 'merge':
      if ('from' in step) merge(library, model, model.photos[step.from]!, model.photos[step.to]!)
      return
    case 'edit':
      if ('photo' in step) edit(library, model, model.photos[step.photo]!)
  }
}

/** Does something that is a step of undo itself, which ends what could be done again, and forgets that step: the model knows answers only. */
async function undoable(library: MadeLibrary, model: Model, work: () => Promise<unknown>): Promise<void> {
  const before = library.context.store.action.all()
  await work()
  // Only the answers are undone here; what changed the category stays changed.
  const { store, database } = library.context
  const last = store.action.all().at(-1)
  if (last !== undefined && last.actionId !== before.at(-1)?.actionId) {
    database.prepare('DELETE FROM action WHERE id = ?').run(last.actionId)
    model.undone.length = 0
  }
}

function merge({ context, tagger }: MadeLibrary, model: Model, from: number, to: number): void {
  if (from === to) return
  const { store } = context
  store.transaction(() => {
    store.file.repoint(from, to)
    tagger.mergePhoto(from, to)
    store.photo.delete(from)
  })
  const [moved, kept] = [model.verdicts.get(from), model.verdicts.get(to)]
  if (moved !== undefined && (kept === undefined || moved.atMs > kept.atMs)) model.verdicts.set(to, moved)
  model.verdicts.delete(from)
  model.photos = model.photos.map((photoId) => (photoId === from ? to : photoId))
  for (const { before } of [...model.done, ...model.undone]) {
    const verdict = before.get(from)
    if (verdict === undefined) continue
    before.delete(from)
    // Of what was said before about the one and the other, an answer says more than none.
    if ((before.get(to) ?? 'undecided') === 'undecided') before.set(to, verdict)
  }
}

/** New bytes in the file: another photo, which the file now holds. */
function edit(library: MadeLibrary, model: Model, from: number): void {
  const [to] = library.add([{}])
  library.context.store.transaction(() => library.tagger.carryDecisions(from, to!))
  const verdict = model.verdicts.get(from)
  if (verdict !== undefined && verdict.verdict !== 'undecided') model.verdicts.set(to!, verdict)
  model.photos = model.photos.map((photoId) => (photoId === from ? to! : photoId))
  for (const { before } of [...model.done, ...model.undone]) {
    const verdict = before.get(from)
    if (verdict !== undefined) before.set(to!, verdict)
  }
}

test('no recomputation writes a decision, learning least of all', async () => {
  const library = await open()
  const { client, context } = library
  library.add(Array.from({ length: 250 }, (_, i) => ({ shows: i % 9 === 0 ? ['dog'] : [] })))
  const { category } = await client['categories.create']({ draft: { name: 'Guitars', words: ['guitar'] } })
  await client['categories.update']({ categoryId: category.categoryId, strictness: 0.1, words: ['banana'] })
  await library.settle()
  await client['categories.remove']({ categoryId: category.categoryId })
  await client['history.undo']({})
  expect(context.store.health.counts()).toMatchObject({ decisions: 0 })
  expect(context.store.health.counts().predictions).toBeGreaterThan(0)

  const { categoryId } = category
  const photoIds = library.add([{ shows: ['guitar'] }, { shows: ['dog'] }, { shows: ['beach'] }])
  await client['photos.decide']({ photoIds: photoIds.slice(0, 2), categoryId, verdict: 'yes' })
  await client['photos.decide']({ photoIds: photoIds.slice(2), categoryId, verdict: 'no' })
  await client['categories.update']({ categoryId, useHints: true, notWords: ['beach'] })
  await client['categories.preview']({
    draft: { name: 'Guitars', words: ['guitar'], yesPhotoIds: [...photoIds] },
    categoryId,
  })
  await client['review.next']({ categoryId: null })
  await library.settle()
  expect(context.store.health.counts()).toMatchObject({ decisions: 3 })
})

test('decisions are only appended to, and say where they come from', async () => {
  const library = await open()
  const [photoId] = library.add([{ shows: ['dog'] }])
  const id = await categoryId(library, 'Dog')
  for (const verdict of ['no', 'yes', 'yes', 'undecided'] as const) {
    await library.client['photos.decide']({ photoIds: [photoId!], categoryId: id, verdict })
  }
  await library.client['history.undo']({})
  await library.client['history.redo']({})
  const rows = library.context.database.prepare('SELECT verdict, source FROM decision ORDER BY id').all()
  expect(rows).toEqual([
    { verdict: 'no', source: 'person' },
    { verdict: 'yes', source: 'person' },
    { verdict: 'undecided', source: 'person' },
    { verdict: 'yes', source: 'undo' },
    { verdict: 'undecided', source: 'redo' },
  ])
})

test('answers about many photos at once are one step, counted', async () => {
  const library = await open()
  const { client } = library
  const photoIds = library.add(Array.from({ length: 1200 }, () => ({})))
  const id = await categoryId(library, 'Dog')
  await client['photos.decide']({ photoIds: [photoIds[0]!], categoryId: id, verdict: 'yes' })
  expect(await client['photos.decide']({ photoIds: [...photoIds], categoryId: id, verdict: 'yes' })).toEqual({
    changed: 1199,
  })
  expect((await shownUnder(library, id)).length).toBe(1200)
  expect(await client['history.undo']({})).toMatchObject({
    did: 'Said yes to Dog for 1,199 photos',
    undoLabel: 'Said yes to Dog for 1 photo',
  })
  const { categories } = await client['categories.list']({})
  expect(categories.find(({ name }) => name === 'Dog')).toMatchObject({ saidYesCount: 1, saidNoCount: 0 })
})

test('a heading, a category or photos that are not there are refused', async () => {
  const library = await open()
  const { client } = library
  const [photoId] = library.add([{}])
  const decide = (photoIds: number[], id: number) =>
    client['photos.decide']({ photoIds, categoryId: id, verdict: 'yes' })
  await expect(decide([photoId!], await categoryId(library, 'Animals'))).rejects.toMatchObject({
    code: 'invalid-input',
  })
  await expect(decide([photoId!], 99_999)).rejects.toMatchObject({ code: 'not-found' })
  await expect(decide([99_999], await categoryId(library, 'Dog'))).rejects.toMatchObject({ code: 'not-found' })
})

test('an edit carries answers, unless the new content has a later one of its own', async () => {
  const library = await open()
  const { client, clock, context, tagger } = library
  const [from, known, fresh] = library.add([{}, {}, {}])
  const [dog, beach, horse] = [
    await categoryId(library, 'Dog'),
    await categoryId(library, 'Beach'),
    await categoryId(library, 'Horse'),
  ]
  const decide = async (photoId: number, id: number, verdict: Verdict): Promise<void> => {
    clock.nowMs += 1000
    await client['photos.decide']({ photoIds: [photoId], categoryId: id, verdict })
  }
  await decide(known!, dog, 'yes')
  await decide(from!, dog, 'no')
  await decide(from!, beach, 'yes')
  await decide(known!, beach, 'no')
  await decide(from!, horse, 'yes')
  context.store.transaction(() => {
    tagger.carryDecisions(from!, known!)
    tagger.carryDecisions(from!, fresh!)
  })
  const answers = (photoId: number) =>
    Object.fromEntries(context.store.decision.ofPhoto(photoId).map((answer) => [answer.categoryId, answer.verdict]))
  expect(answers(known!)).toEqual({ [dog]: 'no', [beach]: 'no', [horse]: 'yes' })
  expect(answers(fresh!)).toEqual({ [dog]: 'no', [beach]: 'yes', [horse]: 'yes' })
  await client['history.undo']({})
  expect(answers(fresh!)[horse]).toBe('undecided')
  expect(answers(from!)[horse]).toBe('undecided')
})
