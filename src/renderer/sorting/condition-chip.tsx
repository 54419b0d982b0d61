import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Condition } from '../../core/sorting/sort-rules.ts'
import { Popover } from '../controls/popover.tsx'
import styles from './condition-chip.module.css'
import { ConditionEditor } from './condition-editor.tsx'
import { conditionColour, type ConditionNames, conditionWords } from './condition-words.ts'

interface ConditionChipProps {
  readonly condition: Condition
  readonly names: ConditionNames
  readonly onChange: (condition: Condition) => void
  readonly onRemove: () => void
}

/** A condition in words. It opens to be changed; the ✕ takes it away. */
export function ConditionChip({ condition, names, onChange, onRemove }: ConditionChipProps): ReactNode {
  const words = conditionWords(condition, names)
  const colour = conditionColour(condition, names)
  return (
    <span className={styles.chip}>
      <Popover
        label={`Change: ${words}`}
        trigger={
          <button type="button" className={styles.words}>
            {colour !== undefined && <span className={styles.dot} style={{ background: colour }} />}
            <span className={styles.text}>{words}</span>
          </button>
        }
      >
        <ConditionEditor kind={condition.kind} condition={condition} names={names} onChange={onChange} />
      </Popover>
      <button type="button" className={styles.remove} aria-label={`Remove ${words}`} onClick={onRemove}>
        <X aria-hidden />
      </button>
    </span>
  )
}
