import { GripVertical, X } from 'lucide-react'
import { Fragment, type KeyboardEvent, type ReactNode, useState } from 'react'
import type { SortRule } from '../../core/sorting/sort-rules.ts'
import { IconButton } from '../controls/icon-button.tsx'
import { AddCondition } from './add-condition.tsx'
import { ConditionChip } from './condition-chip.tsx'
import { type ConditionNames, conditionWords } from './condition-words.ts'
import styles from './rule-card.module.css'
import type { DraftRule } from './sort-draft.ts'
import { TemplateField } from './template-field.tsx'
import type { RuleDrag } from './use-rule-order.ts'

interface RuleCardProps {
  readonly rule: DraftRule
  readonly index: number
  readonly count: number
  readonly names: ConditionNames
  readonly drag: RuleDrag
  readonly dropEdge: 'before' | 'after' | null
  readonly onChange: (change: Partial<SortRule>) => void
  readonly onMove: (toIndex: number) => void
  readonly onRemove: () => void
}

/** One rule: what must hold for a photo, and the folder it goes to then. Alt with the arrows moves it among the others. */
export function RuleCard({
  rule,
  index,
  count,
  names,
  drag,
  dropEdge,
  onChange,
  onMove,
  onRemove,
}: RuleCardProps): ReactNode {
  // Only the handle drags: text in the field is to be selected with the mouse.
  const [held, setHeld] = useState(false)
  const { when, to } = rule
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!event.altKey || step === undefined) return
    event.preventDefault()
    const toIndex = index + step
    if (toIndex >= 0 && toIndex < count) onMove(toIndex)
  }
  const cardDrag: RuleDrag = {
    ...drag,
    onDragEnd: () => {
      setHeld(false)
      drag.onDragEnd()
    },
  }
  const words = when.map((condition) => conditionWords(condition, names)).join(' and ')
  return (
    <li
      className={styles.card}
      aria-label={`Rule ${index + 1}: ${words === '' ? 'every photo' : words}`}
      draggable={held}
      data-drop={dropEdge}
      {...cardDrag}
    >
      <div className={styles.top}>
        <IconButton
          label={`Move rule ${index + 1}: drag, or Alt with an arrow`}
          className={styles.handle ?? ''}
          data-handle={rule.key}
          onKeyDown={onKeyDown}
          onPointerDown={() => setHeld(true)}
          onPointerUp={() => setHeld(false)}
        >
          <GripVertical />
        </IconButton>
        <div className={styles.when}>
          <span className={styles.word}>{when.length === 0 ? 'Every photo' : 'When'}</span>
          {when.map((condition, at) => (
            <Fragment key={at}>
              {at > 0 && <span className={styles.word}>and</span>}
              <ConditionChip
                condition={condition}
                names={names}
                onChange={(changed) => onChange({ when: when.with(at, changed) })}
                onRemove={() => onChange({ when: when.toSpliced(at, 1) })}
              />
            </Fragment>
          ))}
          {when.length < 10 && (
            <AddCondition names={names} onAdd={(condition) => onChange({ when: [...when, condition] })} />
          )}
        </div>
        <IconButton label={`Remove rule ${index + 1}`} className={styles.remove ?? ''} onClick={onRemove}>
          <X />
        </IconButton>
      </div>
      <TemplateField
        label={`Folder for rule ${index + 1}`}
        value={to}
        categoryName={categoryNameOf(rule, names)}
        onChange={(text) => onChange({ to: text })}
      />
    </li>
  )
}

/** What {category} is for this rule, for its example. */
function categoryNameOf({ when }: SortRule, names: ConditionNames): string | null {
  const asked = when.flatMap((condition) =>
    condition.kind === 'category'
      ? condition.categoryIds
      : condition.kind === 'choice'
        ? (names.choices.find(({ choiceId }) => choiceId === condition.choiceId)?.categoryIds ?? [])
        : [],
  )
  return names.categories.find(({ categoryId }) => categoryId === asked[0])?.name ?? null
}
