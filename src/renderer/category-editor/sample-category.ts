import type { Category } from '../../contract/categories.ts'

/** For tests: a built-in category, but for what a test cares about. */
export function sampleCategory(change: Partial<Category> & Pick<Category, 'categoryId' | 'name'>): Category {
  return {
    key: null,
    origin: 'built-in',
    words: [],
    notWords: [],
    synonyms: [],
    strictness: 0.5,
    colour: '#4f9a55',
    parentId: null,
    hidden: false,
    position: 0,
    shownCount: 1,
    unsureCount: 0,
    saidYesCount: 0,
    saidNoCount: 0,
    outsideExampleCount: 0,
    choiceId: null,
    useHints: false,
    precision: null,
    notice: null,
    ...change,
  }
}
