import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Category } from '../../contract/categories.ts'
import type { Choice } from '../../contract/choices.ts'
import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'

/** Stores the person's answer to a whole choice: this category, or (`null`) none of them. Says so with Undo. */
export function useAnswerChoice(): (
  choice: Choice,
  photoIds: readonly number[],
  category: Pick<Category, 'categoryId' | 'name'> | null,
) => Promise<void> {
  const queries = useQueryClient()
  return useCallback(
    async (choice, photoIds, category) => {
      const { choiceId } = choice
      await attempt(
        library['choices.answer']({ choiceId, photoIds: [...photoIds], categoryId: category?.categoryId ?? null }),
        () => `${choice.name}: ${category?.name ?? 'none of these'}, for ${countWords(photoIds.length)}`,
      )
      await Promise.all(
        ['photos.get', 'photos.tagCounts', 'categories.list'].map((method) =>
          queries.invalidateQueries({ queryKey: [method] }),
        ),
      )
    },
    [queries],
  )
}

function countWords(photoCount: number): string {
  return photoCount === 1 ? 'this photo' : `${photoCount.toLocaleString('en')} photos`
}
