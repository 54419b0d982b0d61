import type { ReactNode } from 'react'

/** What was sorted earlier, and what is being sorted now. */
export function SortRuns(): ReactNode {
  return null
}
