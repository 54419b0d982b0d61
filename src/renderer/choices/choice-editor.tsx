import type { ReactNode } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { Dialog } from '../controls/dialog.tsx'
import { ChoiceForm } from './choice-form.tsx'
import { useChoiceEditor } from './choice-editor-store.ts'
import { memberOf } from './members.ts'

const nothing: readonly never[] = []

/** The panel in which a choice is made or changed; there while one is. */
export function ChoiceEditor(): ReactNode {
  const target = useChoiceEditor((state) => state.target)
  const close = useChoiceEditor((state) => state.close)
  const categories = useLibrary('categories.list', {}).data?.categories ?? nothing
  const choices = useLibrary('choices.list', target === null ? null : {}).data?.choices
  if (target === null) return null
  const choice = target.kind === 'edit' ? choices?.find(({ choiceId }) => choiceId === target.choiceId) : undefined
  if (target.kind === 'edit' && choice === undefined) return null
  const categoryIds = target.kind === 'edit' ? (choice?.categoryIds ?? nothing) : target.categoryIds
  const members = categoryIds.flatMap((id) => categories.filter(({ categoryId }) => categoryId === id)).map(memberOf)
  return (
    <Dialog label={choice === undefined ? 'New choice' : `Edit ${choice.name}`} onClose={close}>
      <ChoiceForm choice={choice ?? null} members={members} categories={categories} onClose={close} />
    </Dialog>
  )
}
