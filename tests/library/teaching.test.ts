import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { idsOf } from '../fixtures/library/ids-of.ts'
import { makeModelsDir, openMadeLibrary } from '../fixtures/library/made-library.ts'
import type { MadeLibrary } from '../fixtures/library/made-library.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'

async function open(): Promise<MadeLibrary & { again: () => Promise<MadeLibrary> }> {
  const dir = temporaryFolder()
  const modelsDir = makeModelsDir(dir)
  const library = await openMadeLibrary(dir, { modelsDir })
  await library.settle()
  return {
    ...library,
    async again() {
      await library.close()
      return await openMadeLibrary(dir, { modelsDir })
    },
  }
}

const several = (count: number, shows: readonly string[]) => Array.from({ length: count }, () => ({ shows }))

const bandsOf = async ({ client }: MadeLibrary, categoryId: number) => {
  const of = async (band: 'sure' | 'unsure') =>
    idsOf((await client['photos.list']({ categoryIds: [categoryId], band })).ids)
  return { sure: await of('sure'), unsure: await of('unsure') }
}

/** Photos of what the words don't say: a category called "Music" with the words for a banana, taught with guitars. */
async function openMusic() {
  const library = await open()
  const guitars = library.add(several(24, ['guitar']))
  const others = library.add(several(24, ['beach']))
  const rest = library.add(several(60, []))
  const { category } = await library.client['categories.create']({ draft: { name: 'Music', words: ['banana'] } })
  const { categoryId } = category
  const say = (photoIds: readonly number[], verdict: 'yes' | 'no' | 'undecided') =>
    library.client['photos.decide']({ photoIds: [...photoIds], categoryId, verdict })
  return { ...library, guitars, others, rest, categoryId, say }
}

test('a few answers show what the words never found, at once, and taking them back is as before', async () => {
  const library = await openMusic()
  const { client, guitars, others, categoryId, say } = library
  const before = await bandsOf(library, categoryId)
  await say(guitars.slice(0, 4), 'yes')
  await say(others.slice(0, 4), 'no')
  const { sure } = await bandsOf(library, categoryId)
  const found = guitars.filter((photoId) => sure.includes(photoId))
  expect(found.length).toBeGreaterThan(20)
  expect(others.filter((photoId) => sure.includes(photoId))).toEqual([])
  const { categories } = await client['categories.list']({})
  expect(categories.find((category) => category.categoryId === categoryId)).toMatchObject({
    shownCount: sure.length,
    saidYesCount: 4,
    saidNoCount: 4,
  })
  await client['history.undo']({})
  await client['history.undo']({})
  expect(await bandsOf(library, categoryId)).toEqual(before)
  await client['history.redo']({})
  await client['history.redo']({})
  expect((await bandsOf(library, categoryId)).sure).toEqual(sure)
  await say([...guitars, ...others], 'undecided')
  expect(await bandsOf(library, categoryId)).toEqual(before)
})

test(
  'whatever was answered and taken back, lists, database and editor hold the same bands',
  { timeout: 300_000 },
  async () => {
    const library = await openMusic()
    const { client, context, guitars, others, rest, categoryId, say } = library
    const photos = [...guitars.slice(0, 8), ...others.slice(0, 8), ...rest.slice(0, 8)]
    const photoIds = fc.uniqueArray(fc.constantFrom(...photos), { minLength: 1, maxLength: 6 })
    const step = fc.oneof(
      fc.record({ photoIds, verdict: fc.constantFrom('yes' as const, 'no' as const, 'undecided' as const) }),
      fc.constantFrom('undo' as const, 'redo' as const, 'settle' as const),
      fc.record({ strictness: fc.constantFrom(0.2, 0.5, 0.8) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        for (const one of steps) {
          library.clock.nowMs += 1000
          const { decisions } = context.store.health.counts()
          if (one === 'settle') {
            await library.settle()
            expect(context.store.health.counts().decisions).toBe(decisions)
          } else if (typeof one === 'string') {
            // The first step made the category.
            const { undoLabel } = await client['history.state']({})
            if (one === 'redo' || undoLabel !== 'Made the category Music') await client[`history.${one}`]({})
          } else if ('strictness' in one) await client['categories.update']({ categoryId, ...one })
          else await say(one.photoIds, one.verdict)
        }
        const category = (await client['categories.list']({})).categories.find((row) => row.categoryId === categoryId)
        // Undo may have reached the step that made the category.
        if (category === undefined) return void (await client['history.redo']({}))
        const { name, words, strictness } = category
        const preview = await client['categories.preview']({
          draft: { name, words, strictness },
          categoryId,
          limit: 2000,
        })
        const { sure, unsure } = await bandsOf(library, categoryId)
        expect(idsOf(preview.sure.ids).toSorted()).toEqual(sure.toSorted())
        expect(idsOf(preview.unsure.ids).toSorted()).toEqual(unsure.toSorted())
        const verdicts = new Map(context.store.decision.ofCategory(categoryId).map((one) => [one.photoId, one.verdict]))
        const undecided = (photoId: number): boolean => (verdicts.get(photoId) ?? 'undecided') === 'undecided'
        const predicted = context.store.prediction.ofCategory(categoryId).filter(([photoId]) => undecided(photoId))
        for (const [band, shown] of Object.entries({ sure, unsure })) {
          expect(predicted.filter(([, is]) => is === band).map(([photoId]) => photoId)).toEqual(
            shown.filter(undecided).toSorted((a, b) => a - b),
          )
        }
      }),
      { numRuns: 40 },
    )
  },
)

test('what was learned is the same after a restart, and new photos are judged by it', async () => {
  const library = await openMusic()
  const { guitars, others, categoryId, say, again } = library
  await say(guitars.slice(0, 5), 'yes')
  await say(others.slice(0, 5), 'no')
  const before = await bandsOf(library, categoryId)
  const reopened = await again()
  await reopened.settle()
  expect(await bandsOf(reopened, categoryId)).toEqual(before)
  const [another] = reopened.add([{ shows: ['guitar'] }])
  expect((await bandsOf(reopened, categoryId)).sure).toContain(another)
  expect(reopened.context.store.health.counts()).toMatchObject({ decisions: 10 })
})

test('an answer about a photo that was not looked at yet teaches when it is', async () => {
  const library = await openMusic()
  const { context, guitars, others, categoryId, say, tagger } = library
  await say(others.slice(0, 4), 'no')
  const unread = library.add(Array.from({ length: 4 }, () => ({ state: 'found' as const })))
  await say(unread, 'yes')
  const early = (await bandsOf(library, categoryId)).sure
  expect(unread.every((photoId) => early.includes(photoId))).toBe(true)
  expect(early.filter((photoId) => guitars.includes(photoId)).length).toBeLessThan(5)
  const modelId = context.store.model.idOf(`winnow-starter@${starterVersion(library)}`)
  context.store.transaction(() => {
    const batch = unread.map((photoId) => ({ photoId, embedding: library.embeddingOf(['guitar'], photoId) }))
    for (const { photoId, embedding } of batch) context.store.embedding.set(modelId!, photoId, embedding)
    tagger.add(batch)
  })
  await library.settle()
  const { sure } = await bandsOf(library, categoryId)
  expect(guitars.filter((photoId) => sure.includes(photoId)).length).toBeGreaterThan(20)
})

test('answers of a photo that turns out to be another teach by that one', async () => {
  const library = await openMusic()
  const { context, guitars, others, categoryId, say, tagger } = library
  await say(others.slice(0, 4), 'no')
  const unread = library.add(Array.from({ length: 4 }, () => ({ state: 'found' as const })))
  await say(unread, 'yes')
  context.store.transaction(() => {
    unread.forEach((photoId, i) => {
      context.store.file.repoint(photoId, guitars[i]!)
      tagger.mergePhoto(photoId, guitars[i]!)
      context.store.photo.delete(photoId)
    })
  })
  await library.settle()
  const { sure } = await bandsOf(library, categoryId)
  expect(sure.slice(0, 4).toSorted((a, b) => a - b)).toEqual(guitars.slice(0, 4))
  expect(guitars.filter((photoId) => sure.includes(photoId)).length).toBeGreaterThan(20)
})

function starterVersion({ context }: MadeLibrary): string {
  const name = context.database.prepare<[], string>('SELECT name FROM model').pluck().get()
  return name!.split('@')[1]!
}

test('photos that are gone from the screen still teach', async () => {
  const library = await openMusic()
  const { context, guitars, others, categoryId, say } = library
  await say(guitars.slice(0, 4), 'yes')
  await say(others.slice(0, 4), 'no')
  context.database
    .prepare(`DELETE FROM file WHERE photo_id IN (${[...guitars.slice(0, 4), ...others.slice(0, 4)].join()})`)
    .run()
  await say([others[5]!], 'no')
  await library.settle()
  const { sure } = await bandsOf(library, categoryId)
  expect(guitars.slice(4).filter((photoId) => sure.includes(photoId)).length).toBeGreaterThan(16)
  expect(guitars.slice(0, 4).some((photoId) => sure.includes(photoId))).toBe(false)
})

test('answers that contradict each other are kept, and said to', async () => {
  const library = await openMusic()
  const { client, context, guitars, categoryId, say, tagger } = library
  const notice = async () =>
    (await client['categories.list']({})).categories.find((one) => one.categoryId === categoryId)?.notice
  const [copy] = library.add([{}])
  const embedding = library.embeddingOf(['guitar'], 77)
  context.store.transaction(() => tagger.add([guitars[0]!, copy!].map((photoId) => ({ photoId, embedding }))))
  await say([guitars[0]!], 'yes')
  expect(await notice()).toBeNull()
  await say([copy!], 'no')
  expect(await notice()).toContain('both yes and no about one and the same picture')
  const { sure } = await bandsOf(library, categoryId)
  expect([sure.includes(guitars[0]!), sure.includes(copy!)]).toEqual([true, false])
  await say([copy!], 'yes')
  expect(await notice()).toBeNull()
})

test('only no answers: nothing breaks, what was refused is gone, and a yes is asked for', async () => {
  const library = await openMusic()
  const { client, rest, others, categoryId, say } = library
  await say([...rest, ...others], 'no')
  const { sure, unsure } = await bandsOf(library, categoryId)
  expect([...sure, ...unsure].some((photoId) => rest.includes(photoId) || others.includes(photoId))).toBe(false)
  const { categories } = await client['categories.list']({})
  const music = categories.find((one) => one.categoryId === categoryId)!
  expect(music.notice).toContain('only said no')
  expect(music.precision).toBeNull()
})

test('a category begins with answers and is one step of undo', async () => {
  const library = await open()
  const { client } = library
  const guitars = library.add(several(20, ['guitar']))
  const others = library.add(several(20, ['beach']))
  library.add(several(40, []))
  const draft = {
    name: 'Music',
    words: ['banana'],
    yesPhotoIds: guitars.slice(0, 4),
    noPhotoIds: others.slice(0, 4),
  }
  const preview = await client['categories.preview']({ draft })
  const { category } = await client['categories.create']({ draft })
  expect(category).toMatchObject({ saidYesCount: 4, saidNoCount: 4, shownCount: preview.sure.count })
  expect(category.shownCount).toBeGreaterThan(16)
  expect(idsOf(preview.sure.ids).slice(0, 4).toSorted()).toEqual(guitars.slice(0, 4).toSorted())
  expect(preview).toMatchObject({ yesCount: 4, noCount: 4, usedHints: false })
  const { sure } = await bandsOf(library, category.categoryId)
  await client['history.undo']({})
  expect((await client['categories.list']({})).categories.map(({ name }) => name)).not.toContain('Music')
  await client['history.redo']({})
  expect(await bandsOf(library, category.categoryId)).toMatchObject({ sure })
  await expect(
    client['categories.create']({ draft: { ...draft, name: 'Both', noPhotoIds: [guitars[0]!] } }),
  ).rejects.toMatchObject({ code: 'invalid-input' })
})

test('the three bands of the editor are those of the list, and their precision is known from answers', async () => {
  const library = await openMusic()
  const { client, guitars, others, categoryId, say } = library
  const draft = { name: 'Music', words: ['banana'] }
  const untaught = await client['categories.preview']({ draft, categoryId })
  expect(untaught.precisionByStrictness.every((estimate) => estimate === null)).toBe(true)
  await say(guitars.slice(0, 8), 'yes')
  await say(others.slice(0, 8), 'no')
  const preview = await client['categories.preview']({ draft, categoryId, limit: 2000 })
  const { sure, unsure } = await bandsOf(library, categoryId)
  expect(idsOf(preview.sure.ids).toSorted()).toEqual(sure.toSorted())
  expect(idsOf(preview.unsure.ids)).toEqual(unsure)
  expect(preview.sureCountByStrictness[5]).toBe(sure.length)
  expect(idsOf(preview.not.ids).slice(0, 8).toSorted()).toEqual(others.slice(0, 8).toSorted())
  const flags = Buffer.from(preview.not.flags, 'base64')
  expect([...flags.subarray(0, 9)]).toEqual([17, 17, 17, 17, 17, 17, 17, 17, 1])
  const { categories } = await client['categories.list']({})
  const { precision } = categories.find((one) => one.categoryId === categoryId)!
  const atDefault = preview.precisionByStrictness[5]!
  expect([precision!.share, precision!.low]).toEqual([
    expect.closeTo(atDefault.share, 6),
    expect.closeTo(atDefault.low, 6),
  ])
  expect(precision!.share).toBeGreaterThan(0.6)
})

test('questions are about what is in doubt, end when answers surprise no more, and never ask twice', async () => {
  const library = await openMusic()
  const { client, guitars, others, categoryId, say } = library
  await say(guitars.slice(0, 2), 'yes')
  await say(others.slice(0, 2), 'no')
  const answered = new Set([...guitars.slice(0, 2), ...others.slice(0, 2)])
  let isOver = false
  for (let i = 0; i < 60 && !isOver; i++) {
    const next = await client['review.next']({ categoryId, count: 5, skipPhotoIds: [library.rest[0]!] })
    expect(next.answerCount).toBe(answered.size)
    expect(next.decidedCount + next.unsureCount).toBe(108)
    isOver = next.hardlyHelps
    const [question] = next.questions
    expect(question!.categoryId).toBe(categoryId)
    for (const { photoId, alikePhotoIds } of next.questions) {
      expect(answered.has(photoId) || alikePhotoIds.some((alike) => answered.has(alike))).toBe(false)
      expect(photoId).not.toBe(library.rest[0])
      expect(alikePhotoIds.length).toBeLessThanOrEqual(11)
    }
    library.clock.nowMs += 1000
    await say([question!.photoId], guitars.includes(question!.photoId) ? 'yes' : 'no')
    answered.add(question!.photoId)
  }
  expect(isOver).toBe(true)
  expect(answered.size).toBeLessThan(45)
  const { sure } = await bandsOf(library, categoryId)
  expect(guitars.filter((photoId) => sure.includes(photoId)).length).toBeGreaterThan(20)
  expect(sure.filter((photoId) => !guitars.includes(photoId)).length).toBeLessThan(3)
})

test('all own categories are asked about together', async () => {
  const library = await openMusic()
  const { client, guitars, others, say } = library
  await say([guitars[0]!], 'yes')
  const { category } = await client['categories.create']({
    draft: { name: 'Coast', words: ['frisbee'], yesPhotoIds: [others[0]!], strictness: 0.3 },
  })
  const next = await client['review.next']({ categoryId: null, count: 20 })
  const asked = new Set(next.questions.map(({ categoryId }) => categoryId))
  expect(next.unsureCount).toBeGreaterThan(0)
  expect([...asked].every((id) => id === category.categoryId || id === library.categoryId)).toBe(true)
  expect(next.questions.length).toBeGreaterThan(0)
})

test('why: words and examples, the nearest answers, and where the photo stands', async () => {
  const library = await openMusic()
  const { client, guitars, others, categoryId, say } = library
  const byWords = await client['photos.why']({ photoId: guitars[9]!, categoryId })
  expect(byWords).toMatchObject({ wordsShare: 1, examples: 0, nearestYes: [], nearestNo: [], verdict: 'undecided' })
  await say(guitars.slice(0, 4), 'yes')
  await say(others.slice(0, 4), 'no')
  const why = await client['photos.why']({ photoId: guitars[9]!, categoryId })
  expect(why.band).toBe('sure')
  expect(why.examples).toBeGreaterThan(0)
  expect(why.wordsShare).toBeLessThan(0.5)
  expect(why.nearestYes).toHaveLength(4)
  expect(why.nearestYes.every(({ photoId }) => guitars.includes(photoId!))).toBe(true)
  expect(why.nearestYes[0]!.name).toMatch(/^photo \d+\.jpg$/)
  expect(why.nearestYes[0]!.likeness).toBeGreaterThan(why.nearestNo[0]!.likeness)
  expect(why.histogram.reduce((sum, count) => sum + count, 0)).toBe(108)
  expect(why.sureFrom).toBeCloseTo(0.5)
  expect(why.unsureFrom).toBeLessThan(0.5)
  const own = await client['photos.why']({ photoId: guitars[0]!, categoryId })
  expect(own.verdict).toBe('yes')
  expect(own.nearestYes.map(({ photoId }) => photoId)).not.toContain(guitars[0])
  await expect(client['photos.why']({ photoId: 99_999, categoryId })).rejects.toMatchObject({ code: 'not-found' })
})

test('words for who people are bring a notice; words for what a photo shows do not', async () => {
  const { client } = await open()
  const notice = async (name: string) =>
    (await client['categories.preview']({ draft: { name, words: ['person'] } })).notice ?? ''
  expect(await notice('Criminals')).toContain('unfair')
  expect(await notice('Guests')).not.toContain('unfair')
})

test('guesses teach only where that was asked for', async () => {
  const library = await openMusic()
  const { client, guitars, others, categoryId, say } = library
  await say(guitars.slice(0, 8), 'yes')
  await say(others.slice(0, 8), 'no')
  const { category } = await client['categories.update']({ categoryId, useHints: true })
  expect(category.useHints).toBe(true)
  const { sure } = await bandsOf(library, categoryId)
  expect(guitars.filter((photoId) => sure.includes(photoId)).length).toBeGreaterThan(20)
  await client['history.undo']({})
  expect((await client['categories.list']({})).categories.find((one) => one.categoryId === categoryId)?.useHints).toBe(
    false,
  )
})

test('10,000 answers are learned from', { timeout: 120_000 }, async () => {
  const library = await open()
  const { client } = library
  const guitars = library.add(several(5000, ['guitar']))
  const others = library.add(several(5100, []))
  const { category } = await client['categories.create']({ draft: { name: 'Music', words: ['banana'] } })
  const { categoryId } = category
  await client['photos.decide']({ photoIds: [...guitars], categoryId, verdict: 'yes' })
  const start = performance.now()
  await client['photos.decide']({ photoIds: others.slice(0, 5000), categoryId, verdict: 'no' })
  expect(performance.now() - start).toBeLessThan(30_000)
  const { sure } = await bandsOf(library, categoryId)
  expect(sure.length).toBeGreaterThanOrEqual(5000)
  expect(sure.length).toBeLessThan(5040)
})
