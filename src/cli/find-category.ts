import type { ApiClient } from '../contract/api.ts'
import type { Category } from '../contract/categories.ts'
import { WinnowError } from '../contract/error.ts'

/**
 * Categories that a name may mean, letters large or small: a built-in one by its key ("animals/dog"), else the person's own,
 * else built-in ones.
 */
export function categoriesNamed(categories: readonly Category[], name: string): readonly Category[] {
  const byKey = categories.filter((category) => category.key === name)
  if (byKey.length > 0) return byKey
  const named = categories.filter((category) => category.name.toLowerCase() === name.toLowerCase())
  const own = named.filter(({ origin }) => origin === 'own')
  return own.length > 0 ? own : named
}

/**
 * The category of that name, letters large or small; the person's own before built-in ones. A built-in one is also found
 * by its key ("animals/dog").
 * @throws WinnowError `not-found`, or `invalid-input` when several built-in ones have the name
 */
export async function findCategory(client: ApiClient, name: string): Promise<Category> {
  const { categories } = await client['categories.list']({ includeHidden: true })
  const candidates = categoriesNamed(categories, name)
  const [first] = candidates
  if (first === undefined)
    throw new WinnowError('not-found', `There is no category “${name}”. winnow categories --all lists them.`)
  if (candidates.length > 1) {
    const keys = candidates.map(({ key }) => key ?? '').join(', ')
    throw new WinnowError('invalid-input', `Several categories are called “${name}”. Give one of: ${keys}.`)
  }
  return first
}
