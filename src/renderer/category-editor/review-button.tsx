import type { ReactNode } from 'react'
import { Button } from '../controls/button.tsx'
import { Kbd } from '../controls/kbd.tsx'
import { runCommand } from '../state/commands.ts'
import { useCurrentCategory } from '../state/current-category.ts'

/** Leads to the questions of the category in the editor; nothing while there are none to be asked one by one. */
export function ReviewButton({ categoryId }: { readonly categoryId: number | null }): ReactNode {
  const current = useCurrentCategory()
  if (categoryId === null || current !== categoryId) return null
  return (
    <Button variant="quiet" onClick={() => runCommand('review')}>
      Review <Kbd keys="R" />
    </Button>
  )
}
