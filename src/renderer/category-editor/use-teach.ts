import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Verdict } from '../../contract/primitives.ts'
import { useAnswer } from '../photos/use-answer.ts'

interface Pending {
  readonly verdict: Verdict
  /** The library has been asked again since it was stored. */
  readonly counted: boolean
}

interface Teaching {
  readonly verdictOf: (photoId: number) => Verdict | undefined
  readonly answer: (photoIds: readonly number[], verdict: Verdict) => void
  /** To be called when what is shown is the latest the library said: what it has counted needs no more guessing. */
  readonly onShown: () => void
}

/** Answers about a category that is stored: seen at once, kept in the library, forgotten here when its own bands have them. */
export function useTeach(categoryId: number): Teaching {
  const queries = useQueryClient()
  const store = useAnswer()
  const [pending, setPending] = useState<ReadonlyMap<number, Pending>>(new Map())

  const answer = useCallback(
    (photoIds: readonly number[], verdict: Verdict) => {
      const mine: Pending = { verdict, counted: false }
      setPending((before) => new Map([...before, ...photoIds.map((photoId) => [photoId, mine] as const)]))
      void keep()

      async function keep(): Promise<void> {
        const stored = await store(photoIds, categoryId, verdict)
        // One that was asked for before the answer was stored does not count it.
        if (stored) await queries.refetchQueries({ queryKey: ['categories.preview'], type: 'active' })
        setPending((before) => {
          const after = new Map(before)
          for (const photoId of photoIds) {
            if (after.get(photoId) !== mine) continue
            if (stored) after.set(photoId, { verdict, counted: true })
            else after.delete(photoId)
          }
          return after
        })
      }
    },
    [categoryId, queries, store],
  )
  const onShown = useCallback(() => {
    setPending((before) => {
      const after = new Map([...before].filter(([, { counted }]) => !counted))
      return after.size === before.size ? before : after
    })
  }, [])
  const verdictOf = useCallback((photoId: number) => pending.get(photoId)?.verdict, [pending])
  return { verdictOf, answer, onShown }
}
