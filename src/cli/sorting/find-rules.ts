import type { ApiClient } from '../../contract/api.ts'
import type { SavedRules } from '../../contract/sorting.ts'

/** The saved rules of that name, letters large or small. */
export async function findRules(client: ApiClient, name: string): Promise<SavedRules | undefined> {
  const { rules } = await client['sorting.rules']({})
  return rules.find((one) => one.name.toLowerCase() === name.trim().toLowerCase())
}
