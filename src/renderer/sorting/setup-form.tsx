import { type ReactNode, useId } from 'react'
import type { SortAction } from '../../core/sorting/sort-rules.ts'
import { Checkbox } from '../controls/checkbox.tsx'
import { Choice } from '../controls/choice.tsx'
import { OtherwiseField } from './otherwise-field.tsx'
import { RulesField } from './rules-field.tsx'
import { SavedRulesMenu } from './saved-rules-menu.tsx'
import { ScopeField } from './scope-field.tsx'
import styles from './setup-form.module.css'
import type { SortDraft } from './sort-draft.ts'
import { useSorting } from './sort-store.ts'
import { TargetField } from './target-field.tsx'

const actions: readonly { readonly value: SortAction; readonly label: string }[] = [
  { value: 'move', label: 'Move' },
  { value: 'copy', label: 'Copy' },
  { value: 'link', label: 'Link' },
]

const actionWords: Readonly<Record<SortAction, string>> = {
  move: 'The files go there. Undo brings them back.',
  copy: 'Copies go there. The files stay where they are.',
  link: 'They appear there too and take no space. On one drive.',
}

/** What is sorted, where to, how, and by which rules. */
export function SetupForm({ draft }: { readonly draft: SortDraft }): ReactNode {
  const change = useSorting((sorting) => sorting.change)
  const id = useId()
  return (
    <section className={styles.form} aria-label="What, where and how">
      <div className={styles.part}>
        <SavedRulesMenu draft={draft} />
        <ScopeField draft={draft} />
        <TargetField targetPath={draft.targetPath} />
        <div className={styles.group} role="group" aria-labelledby={`${id}-how`}>
          <span id={`${id}-how`} className={styles.label}>
            How
          </span>
          <div>
            <Choice label="How" value={draft.action} choices={actions} onChange={(action) => change({ action })} />
          </div>
          <p className={styles.hint}>{actionWords[draft.action]}</p>
        </div>
      </div>
      <div className={styles.part}>
        <RulesField draft={draft} />
        <OtherwiseField otherwise={draft.otherwise} />
        <Checkbox checked={draft.includeUnsure} onChange={() => change({ includeUnsure: !draft.includeUnsure })}>
          Also photos Winnow is not sure of
        </Checkbox>
      </div>
    </section>
  )
}
