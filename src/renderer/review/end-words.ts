import { gainWords } from './gain-words.ts'
import { answeredCount, decidedGain, type ReviewSession } from './review-session.ts'

interface EndWords {
  readonly title: string
  /** Empty where nothing was answered. */
  readonly gained: string
  readonly left: string
}

const number = new Intl.NumberFormat('en')

/** What is said when a review of a category, or (`null`) of all the person's own, is over. */
export function endWords(
  stage: 'hardly' | 'nothing',
  session: Pick<ReviewSession, 'heard' | 'past' | 'decidedAtStart'>,
  name: string | null,
): EndWords {
  const unsure = session.heard?.unsureCount ?? 0
  const skipped = session.past.filter(({ verdict }) => verdict === null).length
  const photos = unsure === 1 ? '1 photo is' : `${number.format(unsure)} photos are`
  const answers = answeredCount(session)
  const gained = answers === 0 ? '' : gainWords(answers, decidedGain(session), null)
  if (stage === 'hardly') {
    return {
      title: 'More answers hardly help',
      gained,
      left:
        unsure === 0
          ? 'Your last answers were what Winnow would have said, and it is sure of the rest.'
          : `Your last answers were what Winnow would have said. ${photos} still not sure.`,
    }
  }
  const about = name ?? 'your categories'
  const them = skipped === 1 ? 'the photo' : `the ${number.format(skipped)} photos`
  return {
    title: 'Nothing left to ask',
    gained,
    left:
      skipped > 0
        ? `But for ${them} you skipped, Winnow has no question about ${about}.`
        : `Winnow has no question about ${about} now.`,
  }
}
