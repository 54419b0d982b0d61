import type { ApiClient } from '../../contract/api.ts'
import { WinnowError } from '../../contract/error.ts'
import type { Condition, SortRule, SortRules } from '../../core/sorting/sort-rules.ts'
import { findCategory } from '../find-category.ts'

/** For everything that no rule before it wants. */
const everythingElse = '*'

/**
 * Rules from the command line, in order: `Family=Family/{year}`, the name of a category or of a choice, then where its
 * photos go; `*=Other` at the end for everything else.
 * @throws WinnowError `invalid-input`, `not-found`
 */
export async function inlineRules(
  client: ApiClient,
  texts: readonly string[],
  includeUnsure: boolean,
): Promise<SortRules> {
  const rules: SortRule[] = []
  let otherwise: string | null = null
  for (const text of texts) {
    const { name, to } = partsOf(text)
    if (otherwise !== null) {
      throw new WinnowError('invalid-input', `“${text}” comes after “*”, which leaves nothing to it. Put “*” last.`)
    }
    if (name === everythingElse) otherwise = to
    else rules.push({ when: [await conditionFor(client, name)], to })
  }
  return { rules, otherwise, includeUnsure }
}

function partsOf(text: string): { readonly name: string; readonly to: string } {
  const at = text.indexOf('=')
  const name = text.slice(0, Math.max(0, at)).trim()
  if (name === '') {
    throw new WinnowError(
      'invalid-input',
      `“${text}” is no rule. Write what goes where, such as "Family=Family/{year}", or "*=Other" for everything else.`,
    )
  }
  return { name, to: text.slice(at + 1).trim() }
}

async function conditionFor(client: ApiClient, name: string): Promise<Condition> {
  const { choices } = await client['choices.list']({})
  const [choice, another] = choices.filter((one) => one.name.toLowerCase() === name.toLowerCase())
  if (choice !== undefined && another === undefined) return { kind: 'choice', choiceId: choice.choiceId }
  return { kind: 'category', categoryIds: [(await findCategory(client, name)).categoryId] }
}
