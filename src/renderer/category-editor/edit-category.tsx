import { useQueryClient } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import type { Category, CategoryDraft } from '../../contract/categories.ts'
import { ChoiceLink } from '../choices/choice-link.tsx'
import { useCategoryHistory } from '../category-history/history-store.ts'
import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { isHeading } from '../state/is-heading.ts'
import { useView } from '../state/view-store.ts'
import { hideCategory, removeCategory } from './category-actions.ts'
import { ColourField } from './colour-field.tsx'
import styles from './edit-category.module.css'
import { EditorFrame } from './editor-frame.tsx'
import { NameField } from './name-field.tsx'
import { ParentField } from './parent-field.tsx'
import { addWords, splitWords } from './split-words.ts'
import { useExamples } from './use-examples.ts'
import { useTeach } from './use-teach.ts'
import { WordsField } from './words-field.tsx'

type Change = Partial<Pick<Category, 'name' | 'words' | 'notWords' | 'strictness' | 'colour' | 'parentId' | 'useHints'>>

interface EditCategoryProps {
  readonly category: Category
  readonly categories: readonly Category[]
}

/** A category that is there. Each change is kept as it is made; Undo takes it back. */
export function EditCategory({ category, categories }: EditCategoryProps): ReactNode {
  const edit = useView((view) => view.edit)
  const save = useSave(category)
  const teaching = useTeach(category.categoryId)
  const outside = useExamples(category.categoryId)
  // Null: as it is kept. So what Undo or another window changes is seen at once.
  const [typedName, setTypedName] = useState<string | null>(null)
  const [slidTo, setSlidTo] = useState<number | null>(null)
  const [pending, setPending] = useState({ word: '', notWord: '' })
  const strictness = slidTo ?? category.strictness
  const asked = useMemo(() => askedOf(category, strictness, pending), [category, strictness, pending])

  const keepName = (): void => {
    const name = typedName?.trim() ?? ''
    setTypedName(null)
    if (name !== '' && name !== category.name) save({ name }, `Renamed ${category.name} to ${name}`)
  }
  const close = (): void => edit(null)
  return (
    <EditorFrame
      title={`Edit ${category.name}`}
      asked={asked}
      categoryId={category.categoryId}
      strictness={strictness}
      onStrictness={setSlidTo}
      onStrictnessSet={(next) => {
        setSlidTo(null)
        if (next !== category.strictness) save({ strictness: next }, `Changed how sure ${category.name} is to be`)
      }}
      verdictOf={teaching.verdictOf}
      onAnswer={teaching.answer}
      onShown={teaching.onShown}
      examples={outside.examples}
      onPictures={outside.add}
      onRemoveExample={outside.remove}
      useHints={category.useHints}
      onUseHints={(useHints) => save({ useHints }, `Changed what teaches ${category.name}`)}
      onClose={close}
      onSubmit={close}
      wording={
        <>
          <NameField name={typedName ?? category.name} onChange={setTypedName} onSet={keepName} />
          <WordsField
            label="What it looks like"
            hint="Enter adds each. With none, the name is the words."
            placeholder={category.name}
            words={category.words}
            onChange={(words) => save({ words: [...words] }, `Changed the words of ${category.name}`)}
            pending={pending.word}
            onPending={(word) => setPending({ ...pending, word })}
            onDone={close}
          />
          <WordsField
            label="What it is not"
            hint="What it is easily taken for."
            placeholder="nothing in particular"
            tone="not"
            words={category.notWords}
            onChange={(notWords) => save({ notWords: [...notWords] }, `Changed the words of ${category.name}`)}
            pending={pending.notWord}
            onPending={(notWord) => setPending({ ...pending, notWord })}
            onDone={close}
          />
        </>
      }
      looks={
        <>
          <ColourField colour={category.colour} onChange={(colour) => save({ colour }, null)} />
          {category.origin === 'own' && (
            <ParentField
              categories={categories}
              categoryId={category.categoryId}
              parentId={category.parentId}
              onChange={(parentId) => save({ parentId }, `Moved ${category.name}`)}
            />
          )}
          {!isHeading(category) && <ChoiceLink category={category} />}
          {!isHeading(category) && (
            <div>
              <Button onClick={() => useCategoryHistory.getState().open(category.categoryId)}>
                <History aria-hidden />
                History…
              </Button>
            </div>
          )}
        </>
      }
      footer={
        <>
          <Button variant="primary" onClick={close}>
            Done
          </Button>
          <span className={styles.gap} />
          <Button variant="quiet" onClick={() => void hideCategory(category, !category.hidden)}>
            {category.hidden ? 'Show' : 'Hide'}
          </Button>
          {category.origin === 'own' && (
            <Button variant="danger" onClick={() => void removeCategory(category)}>
              Delete
            </Button>
          )}
        </>
      }
    />
  )
}

/** Shows a change at once, then keeps it. `words`: for the notice with Undo; null for none. */
function useSave(category: Category): (change: Change, words: string | null) => void {
  const queries = useQueryClient()
  return (change, words) => {
    queries.setQueriesData<{ readonly categories: readonly Category[] }>({ queryKey: ['categories.list'] }, (before) =>
      before === undefined
        ? before
        : {
            ...before,
            categories: before.categories.map((c) => (c.categoryId === category.categoryId ? { ...c, ...change } : c)),
          },
    )
    void store(change)

    async function store(toStore: Change): Promise<void> {
      await attempt(library['categories.update']({ categoryId: category.categoryId, ...toStore }), () => words)
      await queries.invalidateQueries({ queryKey: ['categories.list'] })
    }
  }
}

function askedOf(
  category: Category,
  strictness: number,
  pending: { readonly word: string; readonly notWord: string },
): CategoryDraft {
  return {
    name: category.name,
    words: [...addWords(category.words, splitWords(pending.word))],
    notWords: [...addWords(category.notWords, splitWords(pending.notWord))],
    strictness,
    useHints: category.useHints,
  }
}
