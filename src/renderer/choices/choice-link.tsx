import { Split } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Category } from '../../contract/categories.ts'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { useChoiceEditor } from './choice-editor-store.ts'

/** Leads to the choice a category is part of, or to a new one that begins with it. */
export function ChoiceLink({ category }: { readonly category: Category }): ReactNode {
  const { categoryId, choiceId } = category
  const { make, edit } = useChoiceEditor()
  const choices = useLibrary('choices.list', {}).data?.choices
  const name = choices?.find((choice) => choice.choiceId === choiceId)?.name
  return (
    <div>
      <Button onClick={() => (choiceId === null ? make([categoryId]) : edit(choiceId))}>
        <Split aria-hidden />
        {name === undefined ? 'One of a choice…' : `One of the choice ${name}…`}
      </Button>
    </div>
  )
}
