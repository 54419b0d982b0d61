import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type DragEvent, useCallback, useMemo, useState } from 'react'
import type { Category } from '../../contract/categories.ts'
import { moveCategory } from '../category-editor/category-actions.ts'
import type { RowDrag } from './sidebar-row.tsx'
import { moveWithin, neighbours } from './own-order.ts'

const dragType = 'application/x-winnow-category'

interface Drop {
  readonly categoryId: number
  readonly edge: 'before' | 'after'
}

interface OwnOrder {
  readonly drop: Drop | null
  readonly dragOf: (category: Category) => RowDrag
  /** Positions above and below it among its siblings; null at the ends. */
  readonly neighboursOf: (category: Category) => { readonly above: number | null; readonly below: number | null }
  readonly move: (category: Category, position: number) => void
}

/** The order of the person's own categories: by dragging, and for keyboard and menu by one place at a time. */
export function useOwnOrder(categories: readonly Category[]): OwnOrder {
  const queries = useQueryClient()
  const [dragged, setDragged] = useState<Category | null>(null)
  const [drop, setDrop] = useState<Drop | null>(null)

  const move = useCallback(
    (category: Category, position: number) => {
      // Shown in its new place at once; the library's answer replaces this guess.
      queries.setQueryData<{ readonly categories: readonly Category[] }>(
        ['categories.list', {}],
        (before) => before && { ...before, categories: moveWithin(before.categories, category.categoryId, position) },
      )
      void store(category, position, queries)
    },
    [queries],
  )

  return useMemo(() => {
    const isTarget = (target: Category): boolean =>
      dragged !== null && dragged.categoryId !== target.categoryId && dragged.parentId === target.parentId
    const end = (): void => {
      setDragged(null)
      setDrop(null)
    }
    return {
      drop,
      move,
      neighboursOf: (category) => neighbours(categories, category),
      dragOf: (target) => ({
        onDragStart: (event) => {
          event.dataTransfer.setData(dragType, String(target.categoryId))
          event.dataTransfer.effectAllowed = 'move'
          setDragged(target)
        },
        onDragOver: (event) => {
          if (!isTarget(target)) return
          event.preventDefault()
          event.stopPropagation()
          const edge = edgeUnder(event)
          if (drop?.categoryId !== target.categoryId || drop.edge !== edge)
            setDrop({ categoryId: target.categoryId, edge })
        },
        onDragEnd: end,
        onDrop: (event) => {
          if (dragged === null || !isTarget(target)) return
          event.preventDefault()
          event.stopPropagation()
          const slot = target.position + (edgeUnder(event) === 'after' ? 1 : 0)
          // Taking the row out of the list moves everything below it up by one.
          move(dragged, dragged.position < slot ? slot - 1 : slot)
          end()
        },
      }),
    }
  }, [categories, dragged, drop, move])
}

async function store(category: Category, position: number, queries: QueryClient): Promise<void> {
  await moveCategory(category, position)
  await queries.invalidateQueries({ queryKey: ['categories.list'] })
}

function edgeUnder(event: DragEvent<HTMLElement>): 'before' | 'after' {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  return event.clientY < top + height / 2 ? 'before' : 'after'
}
