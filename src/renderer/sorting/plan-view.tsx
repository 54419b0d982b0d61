import { type ReactNode, useState } from 'react'
import { sentenceOf } from '../connection/attempt.ts'
import { Button } from '../controls/button.tsx'
import { FilterTabs } from './filter-tabs.tsx'
import { everything, filterTabs } from './plan-filters.ts'
import { PlanMessage } from './plan-message.tsx'
import { PlanPhotos } from './plan-photos.tsx'
import { PlanTree } from './plan-tree.tsx'
import styles from './plan-view.module.css'
import { companionsSentence, planSentence } from './plan-words.ts'
import type { SortDraft } from './sort-draft.ts'
import { useSorting } from './sort-store.ts'
import type { PlanState } from './use-plan.ts'

interface PlanViewProps {
  readonly draft: SortDraft
  readonly state: PlanState
}

/** What will happen, before it happens: how many, to which folders, and each photo. */
export function PlanView({ draft, state }: PlanViewProps): ReactNode {
  const { plan, isOld, error, planAgain } = state
  const { undoEdit, forgetEdits } = useSorting()
  const [filter, setFilter] = useState(everything)
  const [renamingPath, setRenamingPath] = useState<string | null>(null)
  if (draft.targetPath === null) {
    return (
      <PlanMessage title="Choose where your photos go">
        The plan is here then: which photos go to which folder, and what is unusual. Nothing on disk changes before you
        say so.
      </PlanMessage>
    )
  }
  if (error !== null) {
    return (
      <PlanMessage title="This can’t be planned" action={<Button onClick={planAgain}>Try again</Button>}>
        {sentenceOf(error)}
      </PlanMessage>
    )
  }
  if (plan === undefined) {
    return draft.rules?.length === 0 && draft.otherwise === null ? (
      <PlanMessage title="No rules yet">
        Add a rule, or begin with one of those on offer, to see what would go where.
      </PlanMessage>
    ) : (
      <PlanMessage title="Planning…">
        Winnow looks at what is on the photos and at what is in the folder already.
      </PlanMessage>
    )
  }
  const tabs = filterTabs(plan.counts)
  // What was looked at may be gone with the last change: then it is all again.
  const isThere =
    filter.kind === 'folder'
      ? filter.path === '' || plan.folders.some(({ path }) => path === filter.path)
      : tabs.some((tab) => JSON.stringify(tab.filter) === JSON.stringify(filter))
  const shown = isThere ? filter : everything
  const companions = companionsSentence(plan.counts)
  const editCount = draft.earlierEdits.length
  return (
    <section className={styles.plan} aria-label="Plan" data-old={isOld}>
      <div className={styles.top}>
        <p className={styles.sentence} role="status">
          {planSentence(plan)}
        </p>
        {companions !== null && <p className={styles.companions}>{companions}</p>}
        {plan.notices.length > 0 && (
          <ul className={styles.notices}>
            {plan.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        )}
        <div className={styles.line}>
          <FilterTabs tabs={tabs} shown={shown} onChoose={setFilter} />
          {editCount > 0 && (
            <div className={styles.edits}>
              <Button variant="quiet" onClick={undoEdit}>
                Undo last change
              </Button>
              {editCount > 1 && (
                <Button variant="quiet" onClick={forgetEdits}>
                  Undo all {editCount}
                </Button>
              )}
            </div>
          )}
        </div>
      </div>
      <div className={styles.body}>
        <PlanTree
          plan={plan}
          shown={shown}
          edits={draft.edits}
          renamingPath={renamingPath}
          onRename={setRenamingPath}
          onChoose={(path) => setFilter({ kind: 'folder', path, deep: true })}
        />
        <PlanPhotos
          key={JSON.stringify(shown)}
          plan={plan}
          filter={shown}
          tabs={tabs}
          edits={draft.edits}
          onRename={setRenamingPath}
          onGone={planAgain}
        />
      </div>
    </section>
  )
}
