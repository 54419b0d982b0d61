import { asksWhoPeopleAre, whoPeopleAreNotice } from '../../core/learning/who-people-are.ts'
import type { Judge } from '../tagging/judges.ts'

/** So many no without a yes say that something is missing; a single one may well be all there is to say. */
const manyNos = 3

/**
 * What to tell a person about a category: that answers contradict each other, that it has none to begin from, that its words ask who
 * people are, or that they fit no photo in particular. Null where all is well.
 * @param silentExampleCount pictures from outside that only another model has looked at: their files are not kept
 */
export function noticeOf(
  category: { readonly key: string | null; readonly name: string; readonly words: readonly string[] },
  judge: Pick<Judge, 'flat' | 'taught'> | null,
  silentExampleCount = 0,
): string | null {
  const { key, name, words } = category
  const contradictions = judge?.taught?.contradictionCount ?? 0
  if (contradictions > 0) {
    const pictures = contradictions === 1 ? 'one and the same picture' : `${contradictions} pairs of the same picture`
    return `You said both yes and no about ${pictures}. Together these answers teach nothing: take one of them back.`
  }
  if (silentExampleCount > 0) {
    const pictures = silentExampleCount === 1 ? 'A picture' : `${silentExampleCount.toLocaleString('en-US')} pictures`
    return `${pictures} from outside your library taught this to another model. For this one, add ${silentExampleCount === 1 ? 'it' : 'them'} again.`
  }
  const { yesCount = 0, noCount = 0 } = judge?.taught ?? {}
  if (key === null && yesCount === 0 && noCount >= (judge?.flat === true ? 1 : manyNos)) {
    return `So far you have only said no, so Winnow learns what ${name} is not. Say yes to a photo that does show it.`
  }
  // The vocabulary that comes with Winnow has no such words, and what looks like one there is none.
  if (key === null && [name, ...words].some(asksWhoPeopleAre)) return whoPeopleAreNotice
  if (judge?.flat !== true) return null
  return `These words don’t tell photos apart well here. Describe what ${name} looks like in other words, or answer yes and no for a few photos.`
}
