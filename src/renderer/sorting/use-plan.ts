import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { PlanSummary } from '../../contract/sorting.ts'
import { library } from '../connection/library.tsx'
import { requestOf } from './plan-request.ts'
import type { SortDraft } from './sort-draft.ts'

const pauseMs = 400

export interface PlanState {
  /** The last plan; stays while a newer one is made. */
  readonly plan: PlanSummary | undefined
  /** Whether the plan is not, or not yet, for what is set up now. */
  readonly isOld: boolean
  readonly error: Error | null
  readonly planAgain: () => void
}

/** The plan for what is set up, made again by itself a moment after the last change; an older question is taken back. */
export function usePlan(draft: SortDraft): PlanState {
  const request = useMemo(() => requestOf(draft), [draft])
  const key = JSON.stringify(request)
  const [settled, setSettled] = useState({ key, request })
  const settle = useEffectEvent((asked: string) => setSettled({ key: asked, request }))
  // What could not be asked is not waited for once it can.
  const waitMs = settled.request === null ? 0 : pauseMs
  useEffect(() => {
    const timer = setTimeout(() => settle(key), waitMs)
    return () => clearTimeout(timer)
  }, [key, waitMs])
  const answer = useQuery({
    queryKey: ['sorting.plan', settled.key],
    enabled: settled.request !== null,
    queryFn: ({ signal }) => {
      if (settled.request === null) throw new Error('A disabled query was asked')
      return library['sorting.plan'](settled.request, signal)
    },
    // The library keeps few plans: an answer from before names one that may be gone.
    gcTime: 0,
    retry: false,
    placeholderData: (previous) => previous,
  })
  return {
    plan: request === null && draft.targetPath === null ? undefined : answer.data,
    isOld: settled.key !== key || request === null || answer.isPlaceholderData || answer.error !== null,
    error: answer.error,
    planAgain: () => void answer.refetch(),
  }
}
