import type { Vocabulary, VocabularyConcept, VocabularyGroup } from '../../core/vocabulary/vocabulary-schema.ts'
import type { CategoryRow, NewCategory } from '../store/category.ts'
import { paletteColour } from './category-palette.ts'

/** A built-in category as it should be stored, but for its parent, which is named by key. */
export interface PlannedCategory {
  readonly category: Omit<NewCategory, 'parentId'>
  readonly parentKey: string | null
}

/** The vocabulary as categories, parents before their children. */
export function plannedCategories(vocabulary: Vocabulary): readonly PlannedCategory[] {
  const groups = vocabulary.groups.map((group, index) => plannedGroup(group, index))
  const colours = new Map(groups.map(({ category }) => [category.key, category.colour]))
  const left = new Map(vocabulary.concepts.map((concept, index) => [concept.key, { concept, index }]))
  const planned = [...groups]
  const place = (key: string): void => {
    const entry = left.get(key)
    if (entry === undefined) return
    left.delete(key)
    place(entry.concept.parent)
    const colour = colours.get(entry.concept.parent) ?? paletteColour(0)
    colours.set(key, colour)
    planned.push(plannedConcept(entry.concept, entry.index, colour))
  }
  for (const { key } of vocabulary.concepts) place(key)
  return planned
}

/** An existing row brought up to the vocabulary; what the person changed stays. */
export function mergedCategory(row: CategoryRow, { category }: PlannedCategory, parentId: number | null): CategoryRow {
  const kept = (field: string): boolean => row.touched.includes(field)
  return {
    ...row,
    name: kept('name') ? row.name : category.name,
    words: kept('words') ? row.words : category.words,
    notWords: kept('notWords') ? row.notWords : category.notWords,
    synonyms: category.synonyms,
    colour: kept('colour') ? row.colour : category.colour,
    parentId: kept('parentId') ? row.parentId : parentId,
    position: category.position,
  }
}

function plannedGroup({ key, name }: VocabularyGroup, index: number): PlannedCategory {
  return {
    category: { ...plain, key, name, isGroup: true, colour: paletteColour(index), position: index },
    parentKey: null,
  }
}

function plannedConcept(concept: VocabularyConcept, position: number, colour: string): PlannedCategory {
  const { key, name, words, notWords, synonyms } = concept
  return {
    category: { ...plain, key, name, words, notWords, synonyms, isGroup: false, colour, position },
    parentKey: concept.parent,
  }
}

const plain = { words: [], notWords: [], synonyms: [], strictness: 0.5, hidden: false, useHints: false } as const
