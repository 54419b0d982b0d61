import type { ReactNode } from 'react'
import type { Band } from '../../contract/primitives.ts'
import { Button } from '../controls/button.tsx'
import { useView } from '../state/view-store.ts'

const number = new Intl.NumberFormat('en')

interface BandMoreProps {
  readonly band: Band
  readonly hiddenCount: number
  /** No more of them can be shown here. */
  readonly atMost: boolean
  readonly categoryId: number | null
}

/** How many photos of a band are not shown, and where they can be seen. */
export function BandMore({ band, hiddenCount, atMost, categoryId }: BandMoreProps): ReactNode {
  const go = useView((view) => view.go)
  return (
    <>
      <span>and {number.format(hiddenCount)} more</span>
      {/* The gallery of a category has what it holds and what it is not sure of. */}
      {atMost && categoryId !== null && band !== 'not' && (
        <Button variant="quiet" onClick={() => go({ kind: 'category', categoryId })}>
          Open in gallery
        </Button>
      )}
    </>
  )
}
