import type { Why } from '../../contract/teaching.ts'

/** From this share on one side alone is said to be the reason. */
const mostly = 0.65

const bandWords = {
  sure: 'Winnow is sure of it',
  unsure: 'Winnow is not sure',
  not: 'Winnow does not think so',
} as const

/** Why a photo has, or has not, a category, in one or two plain sentences. */
export function whySentence(why: Why, name: string): string {
  const because = reason(why)
  if (why.verdict === 'yes') return `You said it is ${name}. Winnow never changes that.${afterwards(why, 'yes')}`
  if (why.verdict === 'no') return `You said it is not ${name}. Winnow never changes that.${afterwards(why, 'no')}`
  return `${bandWords[why.band]}. ${because}.`
}

/** What Winnow would have said, where that was not the same. */
function afterwards({ band }: Why, verdict: 'yes' | 'no'): string {
  if (band === 'unsure') return ' By itself it would have asked.'
  if ((band === 'sure') === (verdict === 'yes')) return ''
  return verdict === 'yes' ? ' By itself it would have left it out.' : ' By itself it would have put it here.'
}

function reason({ wordsShare, words, examples, nearestYes, nearestNo }: Why): string {
  if (nearestYes.length + nearestNo.length === 0) return 'From the words alone'
  const apart = Math.sign(words) * Math.sign(examples) < 0
  if (wordsShare >= mostly) return 'Mostly from the words'
  if (wordsShare <= 1 - mostly) return 'Mostly from your examples'
  if (!apart) return 'From the words and your examples alike'
  return words > 0
    ? 'The words speak for it and your examples against'
    : 'Your examples speak for it and the words against'
}
