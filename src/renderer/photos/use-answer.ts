import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { PhotoDetails } from '../../contract/photos.ts'
import type { Verdict } from '../../contract/primitives.ts'
import { attempt } from '../connection/attempt.ts'
import { library, useLibrary } from '../connection/library.tsx'
import { answered, describeAnswer } from './answered.ts'

/** More details than this are hardly open at once; the others come fresh from the library. */
const mostSeenAtOnce = 20

/** Stores the person's answer for photos and a category, and says so with Undo. Resolves with whether it was stored. */
export function useAnswer(): (photoIds: readonly number[], categoryId: number, verdict: Verdict) => Promise<boolean> {
  const queries = useQueryClient()
  const { data } = useLibrary('categories.list', {})
  return useCallback(
    async (photoIds, categoryId, verdict) => {
      const category = data?.categories.find((candidate) => candidate.categoryId === categoryId)
      for (const photoId of photoIds.slice(0, mostSeenAtOnce)) {
        // Seen at once, before the library has stored it.
        queries.setQueryData<PhotoDetails>(
          ['photos.get', { photoId }],
          (details) => details && answered(details, category ?? { categoryId, name: 'this category' }, verdict),
        )
      }
      const change = library['photos.decide']({ photoIds: [...photoIds], categoryId, verdict })
      const stored = await attempt(change, () =>
        describeAnswer(category?.name ?? 'this category', verdict, photoIds.length),
      )
      await Promise.all(
        ['photos.get', 'photos.tagCounts', 'categories.list'].map((method) =>
          queries.invalidateQueries({ queryKey: [method] }),
        ),
      )
      return stored !== undefined
    },
    [data, queries],
  )
}
