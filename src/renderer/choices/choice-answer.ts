import type { Choice } from '../../contract/choices.ts'
import type { PhotoDetails } from '../../contract/photos.ts'

interface ChoiceAnswer {
  /** What the person said: one of its categories, none of them, or (`null`) nothing yet. */
  readonly said: number | 'none' | null
  /** The category Winnow is sure of. */
  readonly thought: number | null
}

/** How a photo stands to a choice, from its tags. */
export function choiceAnswer(
  { categoryIds }: Pick<Choice, 'categoryIds'>,
  { tags, saidNo }: Pick<PhotoDetails, 'tags' | 'saidNo'>,
): ChoiceAnswer {
  const mine = tags.filter(({ categoryId }) => categoryIds.includes(categoryId))
  const yes = mine.find(({ saidBy }) => saidBy === 'you')
  const refused = new Set(saidNo.map(({ categoryId }) => categoryId))
  const allRefused = categoryIds.every((categoryId) => refused.has(categoryId))
  return {
    said: yes?.categoryId ?? (allRefused ? 'none' : null),
    thought: mine.find(({ saidBy, band }) => saidBy === 'winnow' && band === 'sure')?.categoryId ?? null,
  }
}
