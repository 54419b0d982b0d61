import { SlidersHorizontal, Trash } from 'lucide-react'
import type { ReactNode } from 'react'
import { ContextMenuItem } from '../controls/context-menu.tsx'
import { useChoiceEditor } from './choice-editor-store.ts'
import { removeChoice } from './store-choice.ts'

/** What can be done to a choice from the sidebar. */
export function ChoiceMenu({ choiceId, name }: { readonly choiceId: number; readonly name: string }): ReactNode {
  const edit = useChoiceEditor((state) => state.edit)
  return (
    <>
      <ContextMenuItem icon={<SlidersHorizontal />} onSelect={() => edit(choiceId)}>
        Edit…
      </ContextMenuItem>
      <ContextMenuItem icon={<Trash />} tone="danger" onSelect={() => void removeChoice({ choiceId, name })}>
        Remove, and keep its categories
      </ContextMenuItem>
    </>
  )
}
