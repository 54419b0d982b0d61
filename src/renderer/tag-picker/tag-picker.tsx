import { useQueryClient } from '@tanstack/react-query'
import { Check, Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import type { Category } from '../../contract/categories.ts'
import { attempt } from '../connection/attempt.ts'
import { useAnswerChoice } from '../choices/use-answer-choice.ts'
import { library, useLibrary } from '../connection/library.tsx'
import { ColourDot } from '../controls/colour-dot.tsx'
import { Dialog } from '../controls/dialog.tsx'
import { useActiveOption } from '../controls/use-active-option.ts'
import { useAnswer } from '../photos/use-answer.ts'
import { useTargets } from '../state/use-targets.ts'
import { useView } from '../state/view-store.ts'
import { pickerChoices, type TagChoice } from './picker-choices.ts'
import styles from './tag-picker.module.css'

const nothing: readonly never[] = []
const number = new Intl.NumberFormat('en')
/** As many as the contract takes with a new category. */
const mostFirstAnswers = 10_000

/** Type, Enter puts the photos into the category (or takes them out), Enter again closes. What is not there is made. */
export function TagPicker(): ReactNode {
  const show = useView((view) => view.show)
  const close = (): void => show('none')
  return (
    <Dialog label="Add to a category" place="top" onClose={close}>
      <Picker onClose={close} />
    </Dialog>
  )
}

function Picker({ onClose }: { readonly onClose: () => void }): ReactNode {
  const photoIds = useTargets()
  const categories = useLibrary('categories.list', {}).data?.categories ?? nothing
  const counts = useLibrary('photos.tagCounts', { photoIds: [...photoIds] }).data?.counts ?? nothing
  const questions = useLibrary('choices.list', {}).data?.choices ?? nothing
  const queries = useQueryClient()
  const answer = useAnswer()
  const answerChoice = useAnswerChoice()
  const [typed, setTyped] = useState('')
  const listId = useId()
  const choices = pickerChoices(categories, counts, photoIds.length, typed, questions)
  const { activeIndex, setActiveIndex, walk, optionId } = useActiveOption(listId, choices.length, -1)
  const active = choices[activeIndex]

  const type = (text: string): void => {
    setTyped(text)
    // What fits best is ready for Enter; with nothing typed Enter closes.
    setActiveIndex(text.trim() === '' ? -1 : 0)
  }
  const apply = async (choice: TagChoice): Promise<void> => {
    type('')
    if (choice.kind === 'new') {
      // Few enough can be its first answers, so that both are one step of undo.
      const first = photoIds.length > mostFirstAnswers ? [] : photoIds
      const made = await makeCategory(choice.name, first)
      if (made !== undefined && first.length === 0) await answer(photoIds, made.categoryId, 'yes')
      // What was just made is to be seen now, not when it is its turn to be read again.
      for (const method of ['categories.list', 'photos.tagCounts', 'photos.get'])
        void queries.invalidateQueries({ queryKey: [method] })
    } else if (choice.kind === 'none') await answerChoice(choice.choice, photoIds, null)
    else if (choice.choice !== null && choice.on !== 'all') await answerChoice(choice.choice, photoIds, choice.category)
    else await answer(photoIds, choice.category.categoryId, choice.on === 'all' ? 'no' : 'yes')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter and arrows belong to the input method while it composes a word.
    if (event.nativeEvent.isComposing) return
    if (walk(event)) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (active === undefined) onClose()
      else void apply(active)
    }
  }

  return (
    <>
      <div className={styles.top}>
        <input
          className={styles.field}
          role="combobox"
          aria-label="Category"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={listId}
          {...(active !== undefined && { 'aria-activedescendant': optionId(activeIndex) })}
          placeholder="Add to a category"
          autoComplete="off"
          maxLength={80}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <span className={styles.photos}>
          {photoIds.length === 1 ? '1 photo' : `${number.format(photoIds.length)} photos`}
        </span>
      </div>
      <div id={listId} role="listbox" aria-label="Categories" aria-multiselectable className={styles.list}>
        {choices.map((choice, index) => (
          <div
            key={keyOf(choice)}
            id={optionId(index)}
            role="option"
            aria-selected={choice.kind === 'category' && choice.on === 'all'}
            data-active={index === activeIndex}
            tabIndex={-1}
            className={styles.choice}
            onPointerMove={() => setActiveIndex(index)}
            onPointerUp={() => void apply(choice)}
          >
            <ChoiceLine choice={choice} />
          </div>
        ))}
      </div>
    </>
  )
}

function keyOf(choice: TagChoice): string {
  switch (choice.kind) {
    case 'new':
      return 'new'
    case 'none':
      return `none of ${choice.choice.choiceId}`
    case 'category':
      return String(choice.category.categoryId)
  }
}

function ChoiceLine({ choice }: { readonly choice: TagChoice }): ReactNode {
  switch (choice.kind) {
    case 'new':
      return <NewChoice name={choice.name} />
    case 'none':
      return <NoneChoice name={choice.choice.name} />
    case 'category':
      return <CategoryChoice {...choice} />
  }
}

function NoneChoice({ name }: { readonly name: string }): ReactNode {
  return (
    <>
      <Minus aria-hidden />
      <span className={styles.name}>{name}: none of these</span>
    </>
  )
}

function NewChoice({ name }: { readonly name: string }): ReactNode {
  return (
    <>
      <Plus aria-hidden />
      <span className={styles.name}>Make “{name}” and add to it</span>
    </>
  )
}

function CategoryChoice({ category, choice, on, taggedCount }: Extract<TagChoice, { kind: 'category' }>): ReactNode {
  return (
    <>
      <span className={styles.box} data-on={on} aria-hidden>
        {on === 'all' && <Check strokeWidth={3} />}
        {on === 'some' && <Minus strokeWidth={3} />}
      </span>
      <ColourDot colour={category.colour} />
      <span className={styles.name}>
        {choice === null ? '' : `${choice.name}: `}
        {category.name}
      </span>
      {on === 'some' && <span className={styles.count}>on {number.format(taggedCount)}</span>}
    </>
  )
}

async function makeCategory(name: string, yesPhotoIds: readonly number[]): Promise<Category | undefined> {
  const made = await attempt(
    library['categories.create']({ draft: { name, yesPhotoIds: [...yesPhotoIds] } }),
    () => `Made ${name}`,
  )
  return made?.category
}
