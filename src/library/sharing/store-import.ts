import type { SharedChoice } from '../../core/sharing/category-file.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { foldedName } from '../categories/refuse-same-name.ts'
import { setChoiceState } from '../choices/set-choice-state.ts'
import type { SingleChange } from '../history/change.ts'
import { paletteColour } from '../tagging/category-palette.ts'
import type { ImportedCategory } from './read-import.ts'

export interface StoredImport {
  /** In the order of the categories given. */
  readonly created: readonly {
    readonly categoryId: number
    readonly name: string
    readonly exampleCount: number
  }[]
  readonly changes: readonly SingleChange[]
  readonly leftOut: readonly string[]
}

/** Stores categories, their parents, examples and choices. In the caller's transaction, which then has them judge. */
export function storeImport(
  catalogue: Catalogue,
  categories: readonly ImportedCategory[],
  choices: readonly SharedChoice[],
): StoredImport {
  const { store } = catalogue
  const nowMs = catalogue.context.surroundings.clock.nowMs()
  const created = categories.map((category) => {
    const categoryId = insertCategory(catalogue, category, nowMs)
    return { categoryId, name: category.name, exampleCount: category.examples.length }
  })
  // The first of a name stands for it; those after it were given a number.
  const byName = new Map<string, number>()
  categories.forEach(({ originalName }, i) => {
    const name = foldedName(originalName)
    if (!byName.has(name)) byName.set(name, created[i]!.categoryId)
  })
  setParents(catalogue, categories, created, byName)
  const changes: SingleChange[] = created.map(({ categoryId }) => ({ kind: 'category-created', categoryId }))
  const leftOut: string[] = []
  const taken = new Set<number>()
  for (const { name, allowsNone, categories: members } of choices) {
    const ids = new Set(members.flatMap((member) => byName.get(foldedName(member)) ?? []))
    const categoryIds = [...ids].filter((categoryId) => !taken.has(categoryId))
    if (categoryIds.length < 2) {
      leftOut.push(`The choice ${name} is left out: fewer than two of its categories can be part of it.`)
      continue
    }
    for (const categoryId of categoryIds) taken.add(categoryId)
    const choiceId = store.choice.insert(name, allowsNone, nowMs)
    const after = { name, allowsNone, categoryIds }
    setChoiceState(catalogue, choiceId, null, after)
    changes.push({ kind: 'choice-changed', choiceId, before: null, after })
  }
  return { created, changes, leftOut }
}

function insertCategory(
  { store, model }: Pick<Catalogue, 'store' | 'model'>,
  { name, words, notWords, synonyms, strictness, colour, useHints, examples }: ImportedCategory,
  nowMs: number,
): number {
  const position = store.category.nextPosition()
  const categoryId = store.category.insert(
    {
      name,
      words,
      notWords,
      synonyms,
      strictness,
      useHints,
      colour: colour ?? paletteColour(position),
      position,
      key: null,
      parentId: null,
      isGroup: false,
      hidden: false,
    },
    nowMs,
  )
  for (const [index, { verdict, hash, vector }] of examples.entries()) {
    const embedding = vector === null || model === null ? null : { modelId: model.modelId, vector }
    const exampleName = `Shared example ${index + 1}`
    store.example.insert(
      { categoryId, name: exampleName, verdict, source: 'import', contentHash: hash, embedding },
      nowMs,
    )
  }
  return categoryId
}

/** A parent is another category of the file or, failing that, one that is here; never one that is below the category. */
function setParents(
  { store }: Pick<Catalogue, 'store'>,
  categories: readonly ImportedCategory[],
  created: StoredImport['created'],
  byName: ReadonlyMap<string, number>,
): void {
  const own = new Set(created.map(({ categoryId }) => categoryId))
  const here = new Map(
    store.category
      .list()
      .flatMap(({ categoryId, name, hidden }) =>
        own.has(categoryId) || hidden ? [] : [[foldedName(name), categoryId] as const],
      ),
  )
  const parentOf = new Map<number, number>()
  categories.forEach(({ parent }, i) => {
    if (parent === null) return
    const { categoryId } = created[i]!
    const parentId = byName.get(foldedName(parent)) ?? here.get(foldedName(parent))
    if (parentId === undefined) return
    for (let above: number | undefined = parentId; above !== undefined; above = parentOf.get(above)) {
      if (above === categoryId) return
    }
    parentOf.set(categoryId, parentId)
    const row = store.category.get(categoryId)
    if (row !== null) store.category.update({ ...row, parentId })
  })
}
