import type { ReactNode } from 'react'

/** The page "Sort files": what, where and how on the left, the plan on the right. */
export function SortPage(): ReactNode {
  return null
}
