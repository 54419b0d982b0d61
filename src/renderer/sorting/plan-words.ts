import type { PlanSummary } from '../../contract/sorting.ts'
import type { SortAction } from '../../core/sorting/sort-rules.ts'
import { sizeText } from '../../core/words/size-text.ts'

const number = new Intl.NumberFormat('en')

/** "1 photo", "1,204 photos". */
export function photosWords(count: number): string {
  return `${number.format(count)} ${count === 1 ? 'photo' : 'photos'}`
}

const verbs: Readonly<Record<SortAction, { readonly button: string; readonly many: string; readonly one: string }>> = {
  move: { button: 'Move', many: 'go', one: 'goes' },
  copy: { button: 'Copy', many: 'are copied', one: 'is copied' },
  link: { button: 'Link', many: 'are linked', one: 'is linked' },
}

/** What the button does: "Move 1,204 photos"; without a number where none go, or it is not known yet. */
export function applyWords(action: SortAction, count: number | null): string {
  return `${verbs[action].button} ${count === null || count === 0 ? 'photos' : photosWords(count)}`
}

/** "1,204 photos go to 14 folders · 3.2 GB · 120 GB free". */
export function planSentence({ action, counts, folders, freeBytes }: PlanSummary): string {
  if (counts.go === 0) return nothingGoes(counts)
  const folderCount = folders.filter(({ ownItemCount }) => ownItemCount > 0).length
  const verb = counts.go === 1 ? verbs[action].one : verbs[action].many
  const parts = [
    `${photosWords(counts.go)} ${verb} to ${number.format(folderCount)} ${folderCount === 1 ? 'folder' : 'folders'}`,
    sizeText(counts.sizeBytes),
    ...(freeBytes === null ? [] : [`${sizeText(freeBytes)} free`]),
  ]
  return parts.join(' · ')
}

/** "12 files that belong to them go along, such as RAW files and sidecars."; null where none do. */
export function companionsSentence({ companions }: Pick<PlanSummary['counts'], 'companions'>): string | null {
  if (companions === 0) return null
  const files =
    companions === 1
      ? '1 file that belongs to one of them goes'
      : `${number.format(companions)} files that belong to them go`
  return `${files} along, so that RAW files and sidecars stay with their photos.`
}

function nothingGoes({ inPlace, sameContent, blocked, excluded }: PlanSummary['counts']): string {
  const there = inPlace + sameContent
  if (there === 0 || blocked + excluded > 0) return 'Nothing goes anywhere with these rules.'
  return `Nothing to do: ${photosWords(there)} that the rules want ${there === 1 ? 'is' : 'are'} there already.`
}

/** Why a plan can't be applied, as a sentence; null when it can. */
export function whyNot(plan: Pick<PlanSummary, 'obstacle' | 'counts'> | null): string | null {
  if (plan === null) return null
  if (plan.obstacle !== null) return plan.obstacle
  return plan.counts.go === 0 ? 'Nothing on disk changes: no photo goes anywhere.' : null
}
