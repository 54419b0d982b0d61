import { countShared } from '../../core/search/photo-set.ts'
import type { PhotoSet } from '../../core/search/photo-set.ts'
import type { CategoryTags } from './tag-table.ts'

/** Adds the photos that carry a tag: said yes, or sure and not said no. */
export function addShown(target: PhotoSet, { sure, yes, no }: CategoryTags): void {
  target.addAll(sure, no)
  target.addAll(yes)
}

/** Adds the photos that Winnow would ask about: unsure, and the person has not answered. */
export function addAsked(target: PhotoSet, { unsure, yes, no }: CategoryTags): void {
  target.addAll(unsure, yes, no)
}

export interface TagCounts {
  readonly shown: number
  readonly unsure: number
  readonly saidYes: number
  readonly saidNo: number
}

/** Counts among the photos in `within`, by the rules above but without making sets: this runs for every category. */
export function countTags({ sure, unsure, yes, no }: CategoryTags, within: PhotoSet): TagCounts {
  const saidYes = countShared(yes, within)
  const saidNo = countShared(no, within)
  const sureAnswered = saidYes + saidNo === 0 ? 0 : countAnswered(sure, yes, no, within)
  const unsureAnswered = saidYes + saidNo === 0 ? 0 : countAnswered(unsure, yes, no, within)
  return {
    shown: countShared(sure, within) - sureAnswered + saidYes,
    unsure: countShared(unsure, within) - unsureAnswered,
    saidYes,
    saidNo,
  }
}

/** How many of `predicted` the person has answered about. */
function countAnswered(predicted: PhotoSet, yes: PhotoSet, no: PhotoSet, within: PhotoSet): number {
  const answered = yes.copy()
  answered.addAll(no)
  answered.keepOnly(within)
  return countShared(predicted, answered)
}
