import { type DragEvent, useState } from 'react'
import type { DraftRule } from './sort-draft.ts'
import { useSorting } from './sort-store.ts'

const dragType = 'application/x-winnow-rule'

export interface RuleDrag {
  readonly onDragStart: (event: DragEvent<HTMLElement>) => void
  readonly onDragOver: (event: DragEvent<HTMLElement>) => void
  readonly onDragEnd: () => void
  readonly onDrop: (event: DragEvent<HTMLElement>) => void
}

interface RuleOrder {
  readonly move: (key: number, toIndex: number) => void
  readonly dragOf: (rule: DraftRule, index: number) => RuleDrag
  /** The edge of a card that the dragged one would come to. */
  readonly dropEdgeOf: (rule: DraftRule) => 'before' | 'after' | null
}

/** Rules are put in order by dragging their handles. */
export function useRuleOrder(rules: readonly DraftRule[]): RuleOrder {
  const move = useSorting((sorting) => sorting.moveRule)
  const [draggedKey, setDraggedKey] = useState<number | null>(null)
  const [drop, setDrop] = useState<{ readonly key: number; readonly edge: 'before' | 'after' } | null>(null)
  const end = (): void => {
    setDraggedKey(null)
    setDrop(null)
  }
  return {
    move,
    dropEdgeOf: ({ key }) => (drop?.key === key ? drop.edge : null),
    dragOf: ({ key }, index) => ({
      onDragStart: (event) => {
        event.dataTransfer.setData(dragType, String(key))
        event.dataTransfer.effectAllowed = 'move'
        setDraggedKey(key)
      },
      onDragOver: (event) => {
        if (draggedKey === null || draggedKey === key) return
        event.preventDefault()
        event.stopPropagation()
        const edge = edgeUnder(event)
        if (drop?.key !== key || drop.edge !== edge) setDrop({ key, edge })
      },
      onDragEnd: end,
      onDrop: (event) => {
        if (draggedKey === null || draggedKey === key) return
        event.preventDefault()
        event.stopPropagation()
        const slot = index + (edgeUnder(event) === 'after' ? 1 : 0)
        const from = rules.findIndex((rule) => rule.key === draggedKey)
        // Taking the card out of the list moves everything below it up by one.
        move(draggedKey, from < slot ? slot - 1 : slot)
        end()
      },
    }),
  }
}

function edgeUnder(event: DragEvent<HTMLElement>): 'before' | 'after' {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  return event.clientY < top + height / 2 ? 'before' : 'after'
}
