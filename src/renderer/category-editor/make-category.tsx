import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { Category, CategoryDraft } from '../../contract/categories.ts'
import { attempt } from '../connection/attempt.ts'
import { library, useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { addPicture } from '../photos/add-picture.ts'
import { useCommands } from '../state/commands.ts'
import { useNotice } from '../state/notice-store.ts'
import { useView } from '../state/view-store.ts'
import { ColourField } from './colour-field.tsx'
import { freshColour, type NewCategory, useDraft } from './draft-store.ts'
import { EditorFrame } from './editor-frame.tsx'
import { NameField } from './name-field.tsx'
import { NameSuggestions, type SuggestedName } from './name-suggestions.tsx'
import { ParentField } from './parent-field.tsx'
import { SameName } from './same-name.tsx'
import { addWords, splitWords } from './split-words.ts'
import { WordsField } from './words-field.tsx'

const noNames: readonly SuggestedName[] = []

/** A new category: its name alone is enough, or a few photos; everything is seen, and can be taught, before it is made. */
export function MakeCategory({ categories }: { readonly categories: readonly Category[] }): ReactNode {
  const { draft, change, answer, reset, undo, redo } = useDraft()
  const canUndo = useDraft((state) => state.past.length > 0)
  const canRedo = useDraft((state) => state.future.length > 0)
  useCommands({
    undo: { available: () => canUndo, run: undo },
    redo: { available: () => canRedo, run: redo },
  })
  const queries = useQueryClient()
  const { edit, go } = useView()
  const [pending, setPending] = useState({ word: '', notWord: '' })
  const [creating, setCreating] = useState(false)
  const names = useSuggestedNames(draft.answers)
  const colour = draft.colour ?? freshColour(categories.filter(({ origin }) => origin === 'own').map((c) => c.colour))
  const asked = useMemo(() => askedOf(draft, pending, names[0]?.name), [draft, pending, names])
  const { answers } = draft
  // Everything else is undecided: what the bands may still say about an answer that was taken back no longer holds.
  const verdictOf = useCallback((photoId: number) => answers.get(photoId) ?? 'undecided', [answers])

  const create = async (): Promise<void> => {
    if (asked === null || creating || draft.name.trim() === '') return
    setCreating(true)
    const made = await attempt(
      library['categories.create']({ draft: asked, colour, parentId: draft.parentId }),
      ({ category }) => `Made ${category.name}`,
    )
    setCreating(false)
    if (made === undefined) return
    // What was just made is to be seen now, not when it is the list's turn to be read again.
    void queries.invalidateQueries({ queryKey: ['categories.list'] })
    reset()
    go({ kind: 'category', categoryId: made.category.categoryId })
  }
  const addPictures = async (files: readonly File[], verdict: 'yes' | 'no'): Promise<void> => {
    if (verdict === 'no') {
      useNotice.getState().complain('Make the category first; then pictures can be counter-examples too.')
      return
    }
    for (const file of files) {
      const added = await addPicture(file)
      if (added !== undefined) change({ pictures: [...useDraft.getState().draft.pictures, added] })
    }
  }
  return (
    <EditorFrame
      title="New category"
      asked={asked}
      categoryId={null}
      strictness={draft.strictness}
      onStrictness={(strictness) => change({ strictness })}
      onStrictnessSet={(strictness) => change({ strictness })}
      verdictOf={verdictOf}
      onAnswer={answer}
      onShown={nothingToDo}
      examples={draft.pictures.map(({ pictureId, name }) => ({ key: pictureId, name, verdict: 'yes' }))}
      onPictures={(files, verdict) => void addPictures(files, verdict)}
      onRemoveExample={(key) => change({ pictures: draft.pictures.filter(({ pictureId }) => pictureId !== key) })}
      useHints={draft.useHints}
      onUseHints={(useHints) => change({ useHints })}
      onClose={() => edit(null)}
      onSubmit={() => void create()}
      wording={
        <>
          <NameField
            begins
            name={draft.name}
            onChange={(name) => change({ name })}
            onSet={nothingToDo}
            onEnter={() => void create()}
          />
          <NameSuggestions
            names={names}
            current={draft.name}
            categories={categories}
            onChoose={(name) => change({ name })}
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

function nothingToDo(): void {}

/** Names that fit the photos that were said yes to. */
function useSuggestedNames(answers: NewCategory['answers']): readonly SuggestedName[] {
  const input = useMemo(() => {
    const photoIds = [...answers].flatMap(([photoId, verdict]) => (verdict === 'yes' ? [photoId] : [])).slice(0, 10_000)
    return photoIds.length === 0 ? null : { photoIds }
  }, [answers])
  const { data } = useLibrary('categories.suggestNames', input)
  return input === null ? noNames : (data?.names ?? noNames)
}

/**
 * What is asked about: with the words that are still being typed. Where nothing is called anything yet, photos are taken for
 * what they look like most; "photo" says nothing about any of them.
 */
function askedOf(
  draft: NewCategory,
  pending: { readonly word: string; readonly notWord: string },
  suggestedName: string | undefined,
): CategoryDraft | null {
  const words = addWords(draft.words, splitWords(pending.word))
  const notWords = addWords(draft.notWords, splitWords(pending.notWord))
  const { answers, pictures, strictness, useHints } = draft
  const shown = answers.size + pictures.length > 0
  const typed = draft.name.trim() === '' ? words[0]?.slice(0, 80) : draft.name.trim()
  const name = typed ?? (shown ? (suggestedName ?? 'photo') : undefined)
  if (name === undefined) return null
  const idsOf = (wanted: 'yes' | 'no'): number[] =>
    [...answers].flatMap(([photoId, verdict]) => (verdict === wanted ? [photoId] : []))
  return {
    name,
    words: [...words],
    notWords: [...notWords],
    strictness,
    useHints,
    yesPhotoIds: idsOf('yes'),
    noPhotoIds: idsOf('no'),
    yesPictureIds: pictures.map(({ pictureId }) => pictureId),
  }
}
