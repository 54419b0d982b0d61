import { basename } from 'node:path'
import type { SortNames } from '../../../core/sorting/sort-facts.ts'
import type { Store } from '../../store/store.ts'

/** Names that rules and templates speak of, as they are now. */
export function sortNames(store: Pick<Store, 'category' | 'choice' | 'folder'>): SortNames {
  const categories = store.category.list()
  const choices = store.choice.list().map(({ choiceId }): readonly [number, readonly number[]] => [
    choiceId,
    categories
      .filter((category) => category.choiceId === choiceId)
      .sort((a, b) => a.choicePosition - b.choicePosition)
      .map(({ categoryId }) => categoryId),
  ])
  return {
    categories: new Map(categories.map(({ categoryId, name, parentId }) => [categoryId, { name, parentId }])),
    choices: new Map(choices),
    folders: new Map(store.folder.list().map(({ folderId, path }) => [folderId, basename(path) || path])),
  }
}
