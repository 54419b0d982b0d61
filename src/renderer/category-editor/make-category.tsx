import { type ReactNode, useMemo, useState } from 'react'
import type { Category, CategoryDraft } from '../../contract/categories.ts'
import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { useView } from '../state/view-store.ts'
import { ColourField } from './colour-field.tsx'
import { freshColour, type NewCategory, useDraft } from './draft-store.ts'
import { EditorFrame } from './editor-frame.tsx'
import { NameField } from './name-field.tsx'
import { ParentField } from './parent-field.tsx'
import { SameName } from './same-name.tsx'
import { addWords, splitWords } from './split-words.ts'
import { WordsField } from './words-field.tsx'

/** A new category: its name alone is enough, and everything is seen before it is made. */
export function MakeCategory({ categories }: { readonly categories: readonly Category[] }): ReactNode {
  const { draft, change, reset } = useDraft()
  const { edit, go } = useView()
  const [pending, setPending] = useState({ word: '', notWord: '' })
  const [creating, setCreating] = useState(false)
  const colour = draft.colour ?? freshColour(categories.filter(({ origin }) => origin === 'own').map((c) => c.colour))
  const asked = useMemo(() => askedOf(draft, pending), [draft, pending])

  const create = async (): Promise<void> => {
    if (asked === null || creating || draft.name.trim() === '') return
    setCreating(true)
    const made = await attempt(
      library['categories.create']({ draft: asked, colour, parentId: draft.parentId }),
      ({ category }) => `Made ${category.name}`,
    )
    setCreating(false)
    if (made === undefined) return
    reset()
    go({ kind: 'category', categoryId: made.category.categoryId })
  }
  return (
    <EditorFrame
      title="New category"
      asked={asked}
      categoryId={null}
      strictness={draft.strictness}
      onStrictness={(strictness) => change({ strictness })}
      onStrictnessSet={(strictness) => change({ strictness })}
      onDecide={null}
      onClose={() => edit(null)}
      onSubmit={() => void create()}
      wording={
        <>
          <NameField
            begins
            name={draft.name}
            onChange={(name) => change({ name })}
            onSet={() => undefined}
            onEnter={() => void create()}
          />
          <SameName name={draft.name} categories={categories} />
          <WordsField
            label="What it looks like"
            hint="Optional. Enter adds each; together they find more than one does."
            placeholder="a cake with candles"
            words={draft.words}
            onChange={(words) => change({ words })}
            pending={pending.word}
            onPending={(word) => setPending({ ...pending, word })}
            onDone={() => void create()}
          />
          <WordsField
            label="What it is not"
            hint="Optional. What it is easily taken for."
            placeholder="a wedding cake"
            tone="not"
            words={draft.notWords}
            onChange={(notWords) => change({ notWords })}
            pending={pending.notWord}
            onPending={(notWord) => setPending({ ...pending, notWord })}
            onDone={() => void create()}
          />
        </>
      }
      looks={
        <>
          <ColourField colour={colour} onChange={(next) => change({ colour: next })} />
          <ParentField
            categories={categories}
            categoryId={null}
            parentId={draft.parentId}
            onChange={(parentId) => change({ parentId })}
          />
        </>
      }
      footer={
        <>
          <Button variant="primary" disabled={draft.name.trim() === '' || creating} onClick={() => void create()}>
            Make category
          </Button>
          <Button
            variant="quiet"
            onClick={() => {
              reset()
              edit(null)
            }}
          >
            Cancel
          </Button>
        </>
      }
    />
  )
}

/** What is asked about: with the words that are still being typed, and the words as the name where there is none yet. */
function askedOf(
  draft: NewCategory,
  pending: { readonly word: string; readonly notWord: string },
): CategoryDraft | null {
  const words = addWords(draft.words, splitWords(pending.word))
  const notWords = addWords(draft.notWords, splitWords(pending.notWord))
  const name = draft.name.trim() === '' ? words[0]?.slice(0, 80) : draft.name.trim()
  return name === undefined ? null : { name, words: [...words], notWords: [...notWords], strictness: draft.strictness }
}
