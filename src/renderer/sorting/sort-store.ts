import { create } from 'zustand'
import type { SavedRules, SortScope } from '../../contract/sorting.ts'
import { noEdits, type SortEdits, type SortRule } from '../../core/sorting/sort-rules.ts'
import { useView } from '../state/view-store.ts'
import { type DraftRule, emptyDraft, moveRule, rulesOf, type SortDraft } from './sort-draft.ts'

interface SortingState {
  readonly draft: SortDraft
  /** Goes to the page with these photos; rules, place and action stay as they were. `words` name them: "Holiday". */
  readonly openSort: (scope: SortScope, words: string) => void
  readonly change: (
    change: Partial<Pick<SortDraft, 'otherwise' | 'includeUnsure' | 'savedAs' | 'areFirst' | 'action' | 'targetPath'>>,
  ) => void
  /** Other photos. What was changed in the plan by hand goes, for it was about the old ones; so does an untouched starting set. */
  readonly chooseScope: (scope: SortScope, words: string) => void
  readonly begin: (rules: readonly SortRule[], areFirst?: boolean) => void
  readonly takeSaved: (saved: SavedRules) => void
  readonly addRule: (rule: SortRule) => void
  readonly changeRule: (key: number, change: Partial<SortRule>) => void
  readonly moveRule: (key: number, toIndex: number) => void
  readonly removeRule: (key: number) => void
  /** Remembers how it was, for `undoEdit`. */
  readonly edit: (edits: SortEdits) => void
  readonly undoEdit: () => void
  readonly forgetEdits: () => void
}

let lastKey = 0

function keyed(rule: SortRule): DraftRule {
  lastKey += 1
  return { ...rule, key: lastKey }
}

/** What the page "Sort files" is set up to do. It outlives the page, so that a look elsewhere loses nothing. */
export const useSorting = create<SortingState>((set, get) => {
  const put = (change: Partial<SortDraft>): void => set(({ draft }) => ({ draft: { ...draft, ...change } }))
  const putRules = (to: (rules: readonly DraftRule[]) => readonly DraftRule[]): void =>
    put({ rules: to(get().draft.rules ?? []), areFirst: false })
  return {
    draft: emptyDraft,
    openSort: (scope, words) => {
      get().chooseScope(scope, words)
      useView.getState().go({ kind: 'sort' })
    },
    change: put,
    chooseScope: (scope, scopeWords) =>
      put({ scope, scopeWords, edits: noEdits, earlierEdits: [], ...(get().draft.areFirst && { rules: null }) }),
    begin: (rules, areFirst = false) =>
      put({ rules: rules.map(keyed), areFirst, savedAs: null, edits: noEdits, earlierEdits: [] }),
    takeSaved: ({ rulesId, name, rules, action, targetPath }) =>
      put({
        rules: rules.rules.map(keyed),
        areFirst: false,
        otherwise: rules.otherwise,
        includeUnsure: rules.includeUnsure,
        savedAs: { rulesId, name },
        action,
        targetPath: targetPath ?? get().draft.targetPath,
        edits: noEdits,
        earlierEdits: [],
      }),
    addRule: (rule) => putRules((rules) => [...rules, keyed(rule)]),
    changeRule: (key, change) =>
      putRules((rules) => rules.map((rule) => (rule.key === key ? { ...rule, ...change } : rule))),
    moveRule: (key, toIndex) => putRules((rules) => moveRule(rules, key, toIndex)),
    removeRule: (key) => putRules((rules) => rules.filter((rule) => rule.key !== key)),
    edit: (edits) => put({ edits, earlierEdits: [...get().draft.earlierEdits, get().draft.edits] }),
    undoEdit: () => {
      const { earlierEdits } = get().draft
      const edits = earlierEdits.at(-1)
      if (edits !== undefined) put({ edits, earlierEdits: earlierEdits.slice(0, -1) })
    },
    forgetEdits: () => put({ edits: noEdits, earlierEdits: [] }),
  }
})

/** Whether the draft's rules are what is saved under its name. */
export function isAsSaved(draft: SortDraft, saved: SavedRules): boolean {
  return JSON.stringify(rulesOf(draft)) === JSON.stringify(saved.rules) && draft.action === saved.action
}
