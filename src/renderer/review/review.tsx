import { type ReactNode, useEffect, useState } from 'react'
import { sentenceOf } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { useCommands } from '../state/commands.ts'
import { useCurrentCategory } from '../state/current-category.ts'
import { useNotice } from '../state/notice-store.ts'
import { createReview } from './create-review.ts'
import { ReviewSheet } from './review-sheet.tsx'
import { useReview } from './review-store.ts'

/** Questions about photos, one after another, over everything else; nothing while none are asked. */
export function Review(): ReactNode {
  const asked = useReview((review) => review.asked)
  const open = useReview((review) => review.open)
  const categoryId = useCurrentCategory()
  const isOpen = asked !== null
  useCommands({ review: { run: () => open(categoryId) } })
  // Not when the sheet goes: another category is another sheet, and only then does the page behind take focus again.
  useEffect(() => (isOpen ? () => useReview.getState().giveFocusBack() : undefined), [isOpen])
  return asked === null ? null : <OpenReview key={asked.categoryId ?? 'all'} categoryId={asked.categoryId} />
}

function OpenReview({ categoryId }: { readonly categoryId: number | null }): ReactNode {
  const [review] = useState(() => createReview(categoryId, library, complain))
  useEffect(() => review.getState().ask(), [review])
  return <ReviewSheet review={review} categoryId={categoryId} />
}

function complain(error: unknown): void {
  const sentence = sentenceOf(error)
  if (sentence !== null) useNotice.getState().complain(sentence)
}
