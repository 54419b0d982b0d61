import { realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ApiClient } from '../../contract/api.ts'
import type { RuleNames, RuleWords } from '../../core/sorting/rules-file-condition.ts'
import { categoriesNamed } from '../find-category.ts'
import { placeInFolders } from './place-in-folders.ts'

/** What the names in a rules file mean in this library, and the other way. */
export async function ruleNames(client: ApiClient): Promise<RuleNames & RuleWords> {
  const [{ categories }, { choices }, { folders }] = await Promise.all([
    client['categories.list']({ includeHidden: true }),
    client['choices.list']({}),
    client['folders.list']({}),
  ])
  return {
    categoryIds: (name) => categoriesNamed(categories, name).map(({ categoryId }) => categoryId),
    choiceIds: (name) =>
      choices.filter((choice) => choice.name.toLowerCase() === name.toLowerCase()).map(({ choiceId }) => choiceId),
    folders: (path) => [placeInFolders(withoutLinks(path), folders)].filter((place) => place !== undefined),
    // A name that another category has as well would be read as that one; its key is its own.
    category: (categoryId) => {
      const category = categories.find((one) => one.categoryId === categoryId)
      if (category === undefined) return null
      const [named, another] = categoriesNamed(categories, category.name)
      return another === undefined && named === category ? category.name : (category.key ?? category.name)
    },
    choice: (choiceId) => choices.find((one) => one.choiceId === choiceId)?.name ?? null,
    folder: (folderId, folderPath) => {
      const root = folders.find((folder) => folder.folderId === folderId)
      return root === undefined ? null : join(root.path, folderPath)
    },
  }
}

function withoutLinks(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
