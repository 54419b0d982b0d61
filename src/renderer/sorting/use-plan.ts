import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { PlanSummary, SortRequest } from '../../contract/sorting.ts'
import { parseTemplate } from '../../core/sorting/template.ts'
import { library } from '../connection/library.tsx'
import { rulesOf, type SortDraft } from './sort-draft.ts'

const pauseMs = 400

/** What to ask the library; null while something is missing or a folder can't be made as it is written. */
export function requestOf(draft: SortDraft): SortRequest | null {
  if (draft.targetPath === null || draft.rules === null) return null
  const rules = rulesOf(draft)
  const templates = [...rules.rules.map(({ to }) => to), ...(rules.otherwise === null ? [] : [rules.otherwise])]
  if (templates.length === 0 || templates.some((template) => parseTemplate(template).problem !== null)) return null
  return {
    scope: draft.scope,
    rules,
    rulesName: draft.savedAs?.name ?? null,
    action: draft.action,
    targetPath: draft.targetPath,
    edits: draft.edits,
  }
}

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
  useEffect(() => {
    // What can't be asked is known at once; and the first question is not waited for.
    const waitMs = settled.request === null ? 0 : pauseMs
    const timer = setTimeout(() => setSettled({ key, request }), waitMs)
    return () => clearTimeout(timer)
    // `request` is new with every change of the draft; `key` says whether it asks for something else.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
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
    isOld: settled.key !== key || request === null || answer.isFetching || answer.error !== null,
    error: answer.error,
    planAgain: () => void answer.refetch(),
  }
}
