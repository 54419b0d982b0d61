import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Verdict } from '../../src/contract/primitives.ts'
import type { CategoryEvent } from '../../src/contract/teaching.ts'
import { makeModelsDir, openMadeLibrary } from '../fixtures/library/made-library.ts'
import type { MadeLibrary } from '../fixtures/library/made-library.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'

async function open(): Promise<MadeLibrary> {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  await library.settle()
  return library
}

async function eventsOf({ client }: MadeLibrary, categoryId: number): Promise<readonly CategoryEvent[]> {
  return (await client['categories.history']({ categoryId })).events
}

/** Everything a person ever said or chose about a category, as it is now. */
async function stateOf({ client, context }: MadeLibrary, categoryId: number) {
  const { categories } = await client['categories.list']({ includeHidden: true })
  const { name, words, notWords, strictness, useHints } = categories.find((one) => one.categoryId === categoryId)!
  const verdicts = context.store.decision.ofCategory(categoryId).filter(({ verdict }) => verdict !== 'undecided')
  return {
    fields: { name, words, notWords, strictness, useHints },
    verdicts: new Map(verdicts.map(({ photoId, verdict }) => [photoId, verdict])),
    predictions: context.database
      .prepare('SELECT photo_id, band FROM prediction WHERE category_id = ? ORDER BY photo_id')
      .all(categoryId),
  }
}

test('tells who said and changed what, newest first', async () => {
  const library = await open()
  const { client, clock } = library
  const [a, b, c] = library.add([{ shows: ['guitar'] }, { shows: ['banana'] }, {}])
  const { category } = await client['categories.create']({ draft: { name: 'Guitars', words: ['guitar'] } })
  const { categoryId } = category
  clock.nowMs += 1000
  await client['photos.decide']({ photoIds: [a!, c!], categoryId, verdict: 'yes' })
  await client['photos.decide']({ photoIds: [b!], categoryId, verdict: 'no' })
  await client['categories.update']({ categoryId, words: ['guitar', 'dog'] })
  await client['categories.update']({ categoryId, name: 'Strings' })
  await client['categories.update']({ categoryId, strictness: 0.8 })
  await client['photos.decide']({ photoIds: [c!], categoryId, verdict: 'undecided' })
  await client['history.undo']({})
  const events = await eventsOf(library, categoryId)
  expect(
    events.map(({ label, source, verdict, photoCount, canUndo }) => [label, source, verdict, photoCount, canUndo]),
  ).toEqual([
    ['Undid: took back the answer about Strings for 1 photo', 'undo', 'yes', 1, true],
    ['Took back the answer about 1 photo', 'you', 'undecided', 1, false],
    ['Changed how strict it is', 'you', null, 0, true],
    ['Renamed it to Strings', 'you', null, 0, true],
    ['Changed the words', 'you', null, 0, true],
    ['Said no to 1 photo', 'you', 'no', 1, true],
    ['Said yes to 2 photos', 'you', 'yes', 2, true],
    ['Made this category', 'you', null, 0, false],
  ])
  expect(events[6]).toMatchObject({ photoIds: [a, c], atMs: clock.nowMs })
  expect((await client['categories.history']({ categoryId, limit: 2 })).events).toEqual(events.slice(0, 2))
})

test('a step is taken back whenever it was, but for what was said since; and that is a step too', async () => {
  const library = await open()
  const { client } = library
  const [a, b, c] = library.add([{}, {}, {}])
  const { category } = await client['categories.create']({ draft: { name: 'Guitars', words: ['guitar'] } })
  const { categoryId } = category
  const decide = (photoIds: number[], verdict: Verdict) => client['photos.decide']({ photoIds, categoryId, verdict })
  await decide([a!, b!], 'yes')
  await decide([b!, c!], 'no')
  await client['categories.update']({ categoryId, words: ['banana'] })
  const [, , yesEvent] = await eventsOf(library, categoryId)
  expect(await client['categories.undoEvent']({ categoryId, eventId: yesEvent!.eventId })).toEqual({ changed: 1 })
  expect((await stateOf(library, categoryId)).verdicts).toEqual(
    new Map([
      [b, 'no'],
      [c, 'no'],
    ]),
  )
  expect((await eventsOf(library, categoryId))[0]).toMatchObject({
    label: 'Undid: said yes to 2 photos',
    source: 'undo',
    canUndo: true,
  })
  expect(await client['categories.undoEvent']({ categoryId, eventId: yesEvent!.eventId })).toEqual({ changed: 0 })
  expect(await client['history.undo']({})).toMatchObject({ did: 'Undid: said yes to 2 photos' })
  expect((await stateOf(library, categoryId)).verdicts).toEqual(
    new Map([
      [a, 'yes'],
      [b, 'no'],
      [c, 'no'],
    ]),
  )

  await client['categories.restore']({ categoryId, eventId: yesEvent!.eventId })
  const restored = await stateOf(library, categoryId)
  expect([restored.verdicts, restored.fields.words]).toEqual([
    new Map([
      [a, 'yes'],
      [b, 'yes'],
    ]),
    ['guitar'],
  ])
  await client['history.undo']({})
  const again = await stateOf(library, categoryId)
  expect([again.verdicts, again.fields.words]).toEqual([
    new Map([
      [a, 'yes'],
      [b, 'no'],
      [c, 'no'],
    ]),
    ['banana'],
  ])
  await expect(client['categories.undoEvent']({ categoryId, eventId: 'e99999' })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('an edited photo keeps the answers it had at the time that is gone back to', async () => {
  const library = await open()
  const { client, clock, context, tagger } = library
  const [a, edited, other] = library.add([{}, {}, {}])
  const { category } = await client['categories.create']({ draft: { name: 'Guitars', words: ['guitar'] } })
  const { categoryId } = category
  await client['photos.decide']({ photoIds: [a!], categoryId, verdict: 'yes' })
  const [said] = await eventsOf(library, categoryId)
  clock.nowMs += 1000
  context.store.transaction(() => tagger.carryDecisions(a!, edited!))
  await client['photos.decide']({ photoIds: [other!], categoryId, verdict: 'no' })
  expect((await eventsOf(library, categoryId)).map(({ source, label }) => [source, label]).slice(0, 2)).toEqual([
    ['you', 'Said no to 1 photo'],
    ['carried', 'An answer went along with an edited photo'],
  ])
  await client['categories.restore']({ categoryId, eventId: said!.eventId })
  expect((await stateOf(library, categoryId)).verdicts).toEqual(
    new Map([
      [a, 'yes'],
      [edited, 'yes'],
    ]),
  )
})

test('a name that another category has taken since stays with that one', async () => {
  const { client } = await open()
  const { category } = await client['categories.create']({ draft: { name: 'Guitars', words: ['guitar'] } })
  const { categoryId } = category
  await client['categories.update']({ categoryId, name: 'Strings', strictness: 0.9 })
  await client['categories.create']({ draft: { name: 'Guitars', words: ['guitar'] } })
  const { events } = await client['categories.history']({ categoryId })
  await expect(client['categories.undoEvent']({ categoryId, eventId: events[0]!.eventId })).rejects.toMatchObject({
    code: 'already-exists',
  })
  await client['categories.restore']({ categoryId, eventId: events[1]!.eventId })
  const { categories } = await client['categories.list']({})
  expect(categories.find((one) => one.categoryId === categoryId)).toMatchObject({ name: 'Strings', strictness: 0.5 })
})

const photos = fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 1 })
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ photos, verdict: fc.constantFrom('yes', 'no', 'undecided') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      fields: fc.constantFrom<{ words?: string[]; strictness?: number; useHints?: boolean }>(
        { words: ['banana'] },
        { strictness: 0.9 },
        { useHints: true },
        { words: ['dog', 'guitar'] },
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ undo: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ back: fc.nat({ max: 30 }), restore: fc.boolean() }) },
)

async function take(
  { client }: MadeLibrary,
  categoryId: number,
  photoIds: readonly number[],
  one: typeof step extends fc.Arbitrary<infer T> ? T : never,
): Promise<void> {
  if ('photos' in one) {
    const chosen = one.photos.map((index) => photoIds[index]!)
    await client['photos.decide']({ photoIds: chosen, categoryId, verdict: one.verdict })
  } else if ('fields' in one) await client['categories.update']({ categoryId, ...one.fields })
  else if ('undo' in one) {
    // Below lies the step that made the category; that one stays.
    const { undoLabel } = await client['history.state']({})
    if (!one.undo) await client['history.redo']({})
    else if (undoLabel?.startsWith('Made') === false) await client['history.undo']({})
  } else {
    const { events } = await client['categories.history']({ categoryId })
    const { eventId } = events[one.back % events.length]!
    await client[one.restore ? 'categories.restore' : 'categories.undoEvent']({ categoryId, eventId })
  }
}

test(
  'restore gives every moment back exactly, and undoing the latest event is what undo does',
  { timeout: 300_000 },
  async () => {
    const library = await open()
    const { client } = library
    let runs = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), fc.nat(), async (steps, which) => {
        const photoIds = library.add(Array.from({ length: 5 }, (_, i) => ({ shows: i < 2 ? ['guitar'] : [] })))
        const draft = { name: `Guitars ${++runs}`, words: ['guitar'] }
        const { categoryId } = (await client['categories.create']({ draft })).category
        const moments = new Map<string, Awaited<ReturnType<typeof stateOf>>>()
        const remember = async (): Promise<void> => {
          const [latest] = await eventsOf(library, categoryId)
          if (!moments.has(latest!.eventId)) moments.set(latest!.eventId, await stateOf(library, categoryId))
        }
        await remember()
        for (const one of steps) {
          library.clock.nowMs += 1000
          await take(library, categoryId, photoIds, one)
          await remember()
        }

        const now = await stateOf(library, categoryId)
        const [eventId, then] = [...moments][which % moments.size]!
        const { undoLabel: before } = await client['history.state']({})
        await client['categories.restore']({ categoryId, eventId })
        expect(await stateOf(library, categoryId)).toEqual(then)
        if ((await client['history.state']({})).undoLabel !== before) {
          await client['history.undo']({})
          expect(await stateOf(library, categoryId)).toEqual(now)
          // Back to where nothing was undone, so that the last step of the undo list is the last event again.
          await client['history.redo']({})
          const [latest] = await eventsOf(library, categoryId)
          await client['history.undo']({})
          const byUndo = await stateOf(library, categoryId)
          await client['history.redo']({})
          await client['categories.undoEvent']({
            categoryId,
            eventId: (await eventsOf(library, categoryId))[0]!.eventId,
          })
          expect(latest).toBeDefined()
          expect(await stateOf(library, categoryId)).toEqual(byUndo)
        }
        while ((await client['history.undo']({})).did !== null);
      }),
      { numRuns: 30 },
    )
  },
)
