import { lastGainWords } from './gain-words.ts'
import type { ReviewSession, stageOf } from './review-session.ts'

const verdictWords = { yes: 'Yes', no: 'No' } as const

/** What a screen reader is told after each step, in as few words as there are: what was said, what it gained, what is next. */
export function spokenWords(
  session: Pick<ReviewSession, 'past' | 'lastGain'>,
  stage: ReturnType<typeof stageOf>,
  nextName: string,
): string {
  if (stage === 'waiting') return 'Looking'
  if (stage !== 'asking') return ''
  const last = session.past.at(-1)
  if (last === undefined) return nextName
  const said = last.verdict === null ? 'Skipped' : verdictWords[last.verdict]
  const gain = lastGainWords(session.lastGain, last.photoIds.length)
  return [said, gain, `Next: ${nextName}`].filter((part) => part !== null).join('. ')
}
