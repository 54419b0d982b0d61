import type { SortAction } from './sort-rules.ts'

/**
 * `go`: is put in its place · `in-place`: is there already · `no-rule`: nothing wants it · `unsure`: would be wanted if
 * what Winnow is not sure of counted · `same-content`: the same content is there already, so it stays · `excluded`: by the
 * person · `blocked`: it can't be; a note says why.
 */
export const itemStatuses = ['go', 'in-place', 'no-rule', 'unsure', 'same-content', 'excluded', 'blocked'] as const
export type ItemStatus = (typeof itemStatuses)[number]

/** Something a person should know of an item. Names and paths are those of the file or folder it is about. */
export type PlanNote =
  /** The name is in use for other content: "a.jpg" becomes "a (2).jpg". */
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  /** A folder is there that differs in case or normal form only; its spelling is taken. */
  | { readonly kind: 'spelling'; readonly from: string; readonly to: string }
  /** Another system could not hold the name. */
  | { readonly kind: 'portable-name'; readonly from: string; readonly to: string }
  | { readonly kind: 'shortened'; readonly from: string; readonly to: string }
  /** Where the same content is; relative to the target, or the name of another file of this plan. */
  | { readonly kind: 'same-content'; readonly path: string }
  | { readonly kind: 'path-too-long'; readonly path: string }
  /** A file stands where a folder is needed. */
  | { readonly kind: 'not-a-folder'; readonly path: string }
  /** A link leads out of the target. */
  | { readonly kind: 'leads-outside'; readonly path: string }
export type PlanNoteKind = PlanNote['kind']

export interface PlanMember {
  readonly fileId: number | null
  readonly photoId: number | null
  readonly fromName: string
  readonly toName: string
  readonly sizeBytes: number
  readonly mtimeMs: number
  readonly contentHash: string | null
}

/** A file and what goes with it. */
export interface PlanItem {
  readonly fileId: number
  readonly photoId: number | null
  /** Absolute. */
  readonly fromDirectory: string
  /** Relative to the target. Null where nothing wants it. */
  readonly toDirectory: string | null
  /** The file itself first. */
  readonly members: readonly PlanMember[]
  readonly status: ItemStatus
  /** Index of the rule that got it; null: none, or "everything else". */
  readonly ruleIndex: number | null
  /** Later rules that wanted it too. */
  readonly alsoWantedBy: readonly number[]
  readonly notes: readonly PlanNote[]
}

/** What a sort will do to files, before it does it. */
export interface SortPlan {
  readonly action: SortAction
  /** Absolute. */
  readonly targetPath: string
  /** One a file that is not a companion, by target folder, then by where they are; the same input gives the same order. */
  readonly items: readonly PlanItem[]
}
