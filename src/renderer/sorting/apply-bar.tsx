import { type ReactNode, useState } from 'react'
import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { showRun } from '../sort-runs/sort-runs-store.ts'
import styles from './apply-bar.module.css'
import { missingWords } from './plan-request.ts'
import { applyWords, whyNot } from './plan-words.ts'
import type { SortDraft } from './sort-draft.ts'
import { useSorting } from './sort-store.ts'
import type { PlanState } from './use-plan.ts'

interface ApplyBarProps {
  readonly draft: SortDraft
  readonly state: PlanState
}

/** The one step that changes files, with what it will do on its button, or why it can't be done. */
export function ApplyBar({ draft, state }: ApplyBarProps): ReactNode {
  const { plan, isOld, error } = state
  const [starting, setStarting] = useState(false)
  const forgetEdits = useSorting((sorting) => sorting.forgetEdits)
  const missing = missingWords(draft)
  const reason = missing ?? (error === null ? whyNot(plan ?? null) : null)
  const ready = plan !== undefined && !isOld && reason === null && !starting

  const apply = async (): Promise<void> => {
    if (!ready) return
    setStarting(true)
    const answer = await attempt(library['sorting.apply']({ planId: plan.planId }))
    setStarting(false)
    if (answer === undefined) return
    // What was changed by hand was about these photos in these places.
    forgetEdits()
    showRun(answer.runId)
  }
  return (
    <div className={styles.bar}>
      <p className={styles.words} id="sort-reason" data-warning={typeof plan?.obstacle === 'string'}>
        {reason ?? 'Nothing on disk has changed yet.'}
      </p>
      <Button
        variant="primary"
        className={styles.apply ?? ''}
        disabled={!ready}
        aria-describedby="sort-reason"
        onClick={() => void apply()}
      >
        {starting ? 'Starting…' : applyWords(draft.action, plan?.counts.go ?? null)}
      </Button>
    </div>
  )
}
