import type { SortRequest } from '../../contract/sorting.ts'
import { parseTemplate } from '../../core/sorting/template.ts'
import { rulesOf, type SortDraft } from './sort-draft.ts'

/** What has to be said before there can be a plan, as a sentence; null when nothing is missing. */
export function missingWords(draft: SortDraft): string | null {
  const { rules, otherwise } = draft
  if (draft.targetPath === null) return 'Choose where your photos go.'
  if (rules === null || (rules.length === 0 && otherwise === null)) return 'Add a rule first.'
  const wrong = rules.findIndex(({ to }) => parseTemplate(to).problem !== null)
  if (wrong !== -1) return `The folder of rule ${wrong + 1} can’t be made as it is written.`
  return otherwise !== null && parseTemplate(otherwise).problem !== null
    ? 'The folder for everything else can’t be made as it is written.'
    : null
}

/** What to ask the library; null while something is missing. */
export function requestOf(draft: SortDraft): SortRequest | null {
  if (draft.targetPath === null || missingWords(draft) !== null) return null
  return {
    scope: draft.scope,
    rules: rulesOf(draft),
    rulesName: draft.savedAs?.name ?? null,
    action: draft.action,
    targetPath: draft.targetPath,
    edits: draft.edits,
  }
}
