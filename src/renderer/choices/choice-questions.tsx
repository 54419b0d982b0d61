import { Pencil } from 'lucide-react'
import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import type { Choice } from '../../contract/choices.ts'
import type { PhotoDetails } from '../../contract/photos.ts'
import { useLibrary } from '../connection/library.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { choiceAnswer } from './choice-answer.ts'
import { useChoiceEditor } from './choice-editor-store.ts'
import styles from './choice-questions.module.css'
import { useAnswerChoice } from './use-answer-choice.ts'

const nothing: readonly never[] = []
const none = 'none'

/** Each of the person's choices as one question about a photo: solid what they said, dashed what Winnow thinks. */
export function ChoiceQuestions({ details }: { readonly details: PhotoDetails }): ReactNode {
  const choices = useLibrary('choices.list', {}).data?.choices ?? nothing
  if (choices.length === 0) return null
  return (
    <section className={styles.questions} aria-label="Choices">
      {choices.map((choice) => (
        <Question key={choice.choiceId} choice={choice} details={details} />
      ))}
    </section>
  )
}

function Question({ choice, details }: { readonly choice: Choice; readonly details: PhotoDetails }): ReactNode {
  const categories = useLibrary('categories.list', { includeHidden: true }).data?.categories ?? nothing
  const answer = useAnswerChoice()
  const edit = useChoiceEditor((state) => state.edit)
  const members = choice.categoryIds.flatMap((id) => categories.filter(({ categoryId }) => categoryId === id))
  const { said, thought } = choiceAnswer(choice, details)
  const options = [
    ...members.map(({ categoryId, name }) => ({ value: String(categoryId), name })),
    ...(choice.allowsNone ? [{ value: none, name: 'None of these' }] : []),
  ]
  return (
    <div className={styles.question}>
      <div className={styles.top}>
        <h4 className={styles.name}>{choice.name}</h4>
        <IconButton label={`Edit the choice ${choice.name}`} onClick={() => edit(choice.choiceId)}>
          <Pencil />
        </IconButton>
      </div>
      <RadioGroup.Root
        className={styles.options}
        aria-label={choice.name}
        orientation="horizontal"
        value={said === null ? '' : String(said)}
        onValueChange={(value) => {
          const category = members.find(({ categoryId }) => String(categoryId) === value) ?? null
          void answer(choice, [details.photoId], category)
        }}
      >
        {options.map(({ value, name }) => (
          <RadioGroup.Item
            key={value}
            value={value}
            className={styles.option}
            data-thought={said === null && String(thought) === value ? '' : undefined}
          >
            {name}
            {said === null && String(thought) === value && <span className="visually-hidden">, as Winnow thinks</span>}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  )
}
