import { countShared } from '../../core/search/photo-set.ts'
import type { PhotoSet } from '../../core/search/photo-set.ts'
import type { CategoryTags } from './tag-table.ts'

/** Photos that carry a tag: said yes, or sure and not said no. A new set. */
export function shownUnder({ sure, yes, no }: CategoryTags): PhotoSet {
  const shown = sure.copy()
  shown.deleteAll(no)
  shown.addAll(yes)
  return shown
}

/** Photos that Winnow would ask about: unsure, and the person has not answered. A new set. */
export function askedUnder({ unsure, yes, no }: CategoryTags): PhotoSet {
  const asked = unsure.copy()
  asked.deleteAll(no)
  asked.deleteAll(yes)
  return asked
}

/** Whether a photo carries the tag: the same rule for one photo. */
export function isShown({ sure, yes, no }: CategoryTags, photoId: number): boolean {
  return yes.has(photoId) || (sure.has(photoId) && !no.has(photoId))
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
