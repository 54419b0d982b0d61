import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Verdict } from '../../contract/primitives.ts'
import { createPhotoSet } from '../../core/search/photo-set.ts'
import type { CategoryRow } from '../store/category.ts'
import { createTagOverview } from './tag-overview.ts'
import { createTagTable } from './tag-table.ts'

const category = (categoryId: number, more: Partial<CategoryRow> = {}): CategoryRow => ({
  categoryId,
  key: `k${categoryId}`,
  name: `Category ${categoryId}`,
  words: [],
  notWords: [],
  synonyms: [],
  touched: [],
  strictness: 0.5,
  colour: '#000000',
  hidden: false,
  parentId: null,
  position: 0,
  isGroup: false,
  useHints: false,
  choiceId: null,
  choicePosition: 0,
  ...more,
})

/** 1 is a heading over 2 and 3, of which 4 is a kind of 3; 5 is hidden below 1; 6 is the person's own. */
const categories = [
  category(1, { isGroup: true }),
  category(2, { parentId: 1 }),
  category(3, { parentId: 1 }),
  category(4, { parentId: 3 }),
  category(5, { parentId: 1, hidden: true }),
  category(6, { key: null }),
]

type Said = Map<string, { band?: 'sure' | 'unsure' | undefined; verdict?: Verdict | undefined }>

function overviewOf(said: Said, visible: readonly number[]) {
  const entries = () =>
    [...said].map(([key, value]) => {
      const [categoryId = 0, photoId = 0] = key.split(' ').map(Number)
      return { categoryId, photoId, band: value.band, verdict: value.verdict }
    })
  const predicted = () =>
    entries().flatMap(({ band, ...pair }) => (band === undefined ? [] : [{ ...pair, band, probability: 0.5 }]))
  const decided = () =>
    entries().flatMap(({ verdict, ...pair }) => (verdict === undefined ? [] : [{ ...pair, verdict, decidedAtMs: 0 }]))
  const tags = createTagTable({
    prediction: {
      bandsOf(id) {
        const of = (band: 'sure' | 'unsure') =>
          predicted()
            .filter((one) => one.categoryId === id && one.band === band)
            .map(({ photoId }) => photoId)
        return { sure: of('sure'), unsure: of('unsure') }
      },
      ofPhoto: (id) => predicted().filter((one) => one.photoId === id),
    },
    decision: {
      ofCategory: (id) => decided().filter((one) => one.categoryId === id),
      ofPhoto: (id) => decided().filter((one) => one.photoId === id),
    },
  })
  const photos = { visible: createPhotoSet(visible), version: 0 }
  return { tags, overview: createTagOverview({ category: { list: () => categories } }, tags, photos) }
}

const pair = fc.record({
  categoryId: fc.integer({ min: 2, max: 6 }),
  photoId: fc.integer({ min: 1, max: 12 }),
  band: fc.constantFrom('sure', 'unsure', undefined),
  verdict: fc.constantFrom('yes', 'no', 'undecided', undefined),
})

test('shown is yes, or sure and not no, also after changes, in families, sections and counts', () => {
  fc.assert(
    fc.property(
      fc.array(pair),
      fc.array(pair),
      fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
      (first, later, visible) => {
        const said: Said = new Map()
        const say = (pairs: typeof first): void => {
          for (const { categoryId, photoId, band, verdict } of pairs)
            said.set(`${categoryId} ${photoId}`, { band, verdict })
        }
        say(first)
        const { tags, overview } = overviewOf(said, visible)
        overview.counts()
        say(later)
        for (const { photoId } of later) tags.photoIsOld(photoId)

        const of = (categoryId: number, photoId: number) => said.get(`${categoryId} ${photoId}`) ?? {}
        const shows = (categoryId: number, photoId: number): boolean => {
          const { band, verdict } = of(categoryId, photoId)
          return verdict === 'yes' || (band === 'sure' && verdict !== 'no')
        }
        const asks = (categoryId: number, photoId: number): boolean => {
          const { band, verdict } = of(categoryId, photoId)
          return band === 'unsure' && verdict !== 'yes' && verdict !== 'no'
        }
        const all = Array.from({ length: 12 }, (_, i) => i + 1)
        const isNo = (photoId: number): boolean => of(3, photoId).verdict === 'no'
        const shown3 = all.filter((photo) => (shows(3, photo) || shows(4, photo)) && !isNo(photo))
        const shown1 = all.filter((photo) => shows(2, photo) || shown3.includes(photo))
        expect(overview.subtree(3).shown.ids()).toEqual(shown3)
        expect(overview.subtree(1).shown.ids()).toEqual(shown1)
        expect(overview.subtree(3).unsure.ids()).toEqual(
          all.filter((photo) => (asks(3, photo) || asks(4, photo)) && !isNo(photo) && !shown3.includes(photo)),
        )
        const tagged = all.filter((photo) => [2, 3, 4, 6].some((id) => shows(id, photo)))
        expect(overview.tagged().ids()).toEqual(tagged)
        expect(overview.unsure().ids()).toEqual(
          all.filter((photo) => asks(6, photo) || (!tagged.includes(photo) && [2, 3, 4].some((id) => asks(id, photo)))),
        )
        const seen = (photo: number): boolean => visible.includes(photo)
        expect(overview.counts().get(1)?.shown).toBe(shown1.filter(seen).length)
        expect(overview.counts().get(5)).toEqual({
          shown: all.filter((photo) => shows(5, photo) && seen(photo)).length,
          unsure: all.filter((photo) => asks(5, photo) && seen(photo)).length,
          saidYes: all.filter((photo) => of(5, photo).verdict === 'yes' && seen(photo)).length,
          saidNo: all.filter((photo) => of(5, photo).verdict === 'no' && seen(photo)).length,
        })
      },
    ),
  )
})
