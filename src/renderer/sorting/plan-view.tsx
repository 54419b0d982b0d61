import { type ReactNode, useState } from 'react'
import { sentenceOf } from '../connection/attempt.ts'
import { Button } from '../controls/button.tsx'
import { FilterTabs } from './filter-tabs.tsx'
import { everything, filterTabs, sameFilter } from './plan-filters.ts'
import { PlanMessage } from './plan-message.tsx'
import { PlanPhotos } from './plan-photos.tsx'
import { missingWords } from './plan-request.ts'
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
  const [lastShown, setLastShown] = useState(everything)
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
    return draft.rules !== null && missingWords(draft) !== null ? (
      <PlanMessage title="No plan yet">The plan is here once there are rules that say where photos go.</PlanMessage>
    ) : (
      <PlanMessage title="Planning…">
        Winnow looks at what is on the photos and at what is in the folder already.
      </PlanMessage>
    )
  }
  const tabs = filterTabs(plan.counts)
  // A folder that was just given another path is there with the next plan; one that is gone gives way to all.
  const isThere =
    filter.kind === 'folder'
      ? filter.path === '' || plan.folders.some(({ path }) => path === filter.path)
      : tabs.some((tab) => sameFilter(tab.filter, filter))
  const shown = isThere ? filter : isOld ? lastShown : everything
  if (shown !== lastShown) setLastShown(shown)
  const companions = companionsSentence(plan.counts)
  const hasFolders = plan.folders.length > 0
  const editCount = draft.earlierEdits.length
  return (
    <section className={styles.plan} aria-label="Plan" data-old={isOld}>
      <div className={styles.top}>
        <div className={styles.line}>
          <p className={styles.sentence} role="status">
            {planSentence(plan)}
          </p>
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
        {companions !== null && <p className={styles.companions}>{companions}</p>}
        {plan.notices.length > 0 && (
          <ul className={styles.notices}>
            {plan.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        )}
        <FilterTabs tabs={tabs} shown={shown} onChoose={setFilter} />
      </div>
      <div className={styles.body} data-flat={!hasFolders}>
        {hasFolders && (
          <PlanTree
            plan={plan}
            shown={shown}
            edits={draft.edits}
            renamingPath={renamingPath}
            onRename={setRenamingPath}
            onChoose={(path) => setFilter({ kind: 'folder', path, deep: true })}
          />
        )}
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
