import type { SortScope } from '../../contract/sorting.ts'
import {
  noEdits,
  type SortAction,
  type SortEdits,
  type SortRule,
  type SortRules,
} from '../../core/sorting/sort-rules.ts'

/** A rule with a key of this window, by which its card keeps its place while rules are moved. */
export interface DraftRule extends SortRule {
  readonly key: number
}

/** What a person has set up and not yet applied. */
export interface SortDraft {
  readonly scope: SortScope
  /** What the scope is called: "Holiday", "3 selected photos". */
  readonly scopeWords: string
  /** Null until there is a starting set, which takes the library's categories. */
  readonly rules: readonly DraftRule[] | null
  /** Whether these are the starting set, as it was: for other photos there may be a better one. */
  readonly areFirst: boolean
  readonly otherwise: string | null
  readonly includeUnsure: boolean
  /** The saved rules that these are, or come from. */
  readonly savedAs: { readonly rulesId: number; readonly name: string } | null
  readonly action: SortAction
  readonly targetPath: string | null
  readonly edits: SortEdits
  /** Edits as they were before each change, oldest first. */
  readonly earlierEdits: readonly SortEdits[]
}

export const emptyDraft: SortDraft = {
  scope: { kind: 'library' },
  scopeWords: 'All photos',
  rules: null,
  areFirst: false,
  otherwise: null,
  includeUnsure: false,
  savedAs: null,
  action: 'move',
  targetPath: null,
  edits: noEdits,
  earlierEdits: [],
}

/** The rules as the library takes them. */
export function rulesOf(draft: Pick<SortDraft, 'rules' | 'otherwise' | 'includeUnsure'>): SortRules {
  return {
    rules: (draft.rules ?? []).map(({ when, to }) => ({ when, to })),
    otherwise: draft.otherwise,
    includeUnsure: draft.includeUnsure,
  }
}

/** One rule moved to another place among them; out of range it stops at the end. */
export function moveRule(rules: readonly DraftRule[], key: number, toIndex: number): readonly DraftRule[] {
  const rule = rules.find((candidate) => candidate.key === key)
  if (rule === undefined) return rules
  const others = rules.filter((candidate) => candidate !== rule)
  return others.toSpliced(Math.max(0, Math.min(others.length, toIndex)), 0, rule)
}

/** Files that stay out, or take part again. */
export function withExcluded(edits: SortEdits, fileIds: readonly number[], excluded: boolean): SortEdits {
  const ids = new Set(edits.excludedFileIds)
  for (const fileId of fileIds) {
    if (excluded) ids.add(fileId)
    else ids.delete(fileId)
  }
  return { ...edits, excludedFileIds: [...ids] }
}

/** A planned folder gets another path; `from` is as the plan shows it now. */
export function withFolder(edits: SortEdits, from: string, to: string): SortEdits {
  return from === to ? edits : { ...edits, folders: [...edits.folders, { from, to }] }
}
