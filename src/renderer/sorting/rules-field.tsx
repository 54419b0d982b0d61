import { Plus } from 'lucide-react'
import { type ReactNode, useId, useMemo, useState } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { Chip } from '../controls/chip.tsx'
import type { ConditionNames } from './condition-words.ts'
import { RuleCard } from './rule-card.tsx'
import styles from './rules-field.module.css'
import type { SortDraft } from './sort-draft.ts'
import { useSorting } from './sort-store.ts'
import { starters } from './starters.ts'
import { useRuleOrder } from './use-rule-order.ts'

const nothing: readonly never[] = []

/** Which photos go to which folder: the first rule that wants a photo gets it. */
export function RulesField({ draft }: { readonly draft: SortDraft }): ReactNode {
  const id = useId()
  const categories = useLibrary('categories.list', {}).data?.categories ?? nothing
  const choices = useLibrary('choices.list', {}).data?.choices ?? nothing
  const folders = useLibrary('folders.list', {}).data?.folders ?? nothing
  const names: ConditionNames = useMemo(() => ({ categories, choices, folders }), [categories, choices, folders])
  const { begin, addRule, changeRule, removeRule } = useSorting()
  const rules = draft.rules ?? nothing
  const order = useRuleOrder(rules)
  const [said, setSaid] = useState('')

  const remove = (key: number, index: number): void => {
    removeRule(key)
    setSaid(`Removed rule ${index + 1}.`)
    const next = rules[index + 1] ?? rules[index - 1]
    document.querySelector<HTMLElement>(next === undefined ? `[data-add-rule]` : `[data-handle="${next.key}"]`)?.focus()
  }
  return (
    <div className={styles.rules} role="group" aria-labelledby={id}>
      <div className={styles.top}>
        <span id={id} className={styles.label}>
          Rules
        </span>
        <span className={styles.hint}>The first that fits a photo gets it.</span>
      </div>
      <div className={styles.starters}>
        {starters(categories).map((starter) => (
          <Chip key={starter.id} tone="guessed" onClick={() => begin(starter.rules)}>
            {starter.label}
            <span className="visually-hidden">: begin with these rules</span>
          </Chip>
        ))}
      </div>
      <ol className={styles.list} aria-label="Rules in order">
        {rules.map((rule, index) => (
          <RuleCard
            key={rule.key}
            rule={rule}
            index={index}
            count={rules.length}
            names={names}
            drag={order.dragOf(rule, index)}
            dropEdge={order.dropEdgeOf(rule)}
            onChange={(change) => changeRule(rule.key, change)}
            onMove={(toIndex) => {
              order.move(rule.key, toIndex)
              setSaid(`Rule ${toIndex + 1} of ${rules.length}.`)
            }}
            onRemove={() => remove(rule.key, index)}
          />
        ))}
      </ol>
      <Button
        variant="quiet"
        className={styles.add ?? ''}
        data-add-rule
        onClick={() => addRule({ when: [], to: '{year}' })}
      >
        <Plus aria-hidden />
        Add a rule
      </Button>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  )
}
