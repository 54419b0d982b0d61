import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { Chip } from '../controls/chip.tsx'
import { ColourDot } from '../controls/colour-dot.tsx'
import { useActiveOption } from '../controls/use-active-option.ts'
import { matchCategories } from '../tag-picker/match-categories.ts'
import styles from './category-condition.module.css'

interface CategoryConditionProps {
  readonly categoryIds: readonly number[]
  readonly onChange: (categoryIds: readonly number[]) => void
}

const nothing: readonly never[] = []
const mostOffered = 8

/** One or several categories, of which any will do. Typing offers them; Enter adds the one pointed at. */
export function CategoryCondition({ categoryIds, onChange }: CategoryConditionProps): ReactNode {
  const id = useId()
  const [typed, setTyped] = useState('')
  const categories = useLibrary('categories.list', {}).data?.categories ?? nothing
  const chosen = categories.filter(({ categoryId }) => categoryIds.includes(categoryId))
  const free = categories.filter(({ categoryId, hidden }) => !hidden && !categoryIds.includes(categoryId))
  const first = free.toSorted(
    (a, b) => Number(a.origin !== 'own') - Number(b.origin !== 'own') || b.shownCount - a.shownCount,
  )
  const offered = (typed.trim() === '' ? first : matchCategories(free, typed)).slice(0, mostOffered)
  const { activeIndex, setActiveIndex, walk, optionId } = useActiveOption(`${id}-list`, offered.length, 0)

  const add = (categoryId: number): void => {
    setTyped('')
    setActiveIndex(0)
    onChange([...categoryIds, categoryId])
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter and arrows belong to the input method while it composes a word.
    if (event.nativeEvent.isComposing || walk(event)) return
    if (event.key !== 'Enter') return
    event.preventDefault()
    const category = offered[activeIndex]
    if (category !== undefined) add(category.categoryId)
  }
  return (
    <>
      <label htmlFor={id}>{categoryIds.length === 0 ? 'It shows' : 'or'}</label>
      <input
        id={id}
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        {...(offered.length > 0 && { 'aria-activedescendant': optionId(activeIndex) })}
        placeholder="Find a category"
        autoComplete="off"
        maxLength={80}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setActiveIndex(0)
        }}
        onKeyDown={onKeyDown}
      />
      {chosen.length > 1 && (
        <div className={styles.chosen}>
          {chosen.map(({ categoryId, name, colour }) => (
            <Chip
              key={categoryId}
              colour={colour}
              removeLabel={`Take ${name} out`}
              onRemove={() => onChange(categoryIds.filter((other) => other !== categoryId))}
            >
              {name}
            </Chip>
          ))}
        </div>
      )}
      <div id={`${id}-list`} role="listbox" aria-label="Categories" className={styles.list}>
        {offered.map(({ categoryId, name, colour, shownCount }, index) => (
          <div
            key={categoryId}
            id={optionId(index)}
            role="option"
            aria-selected={index === activeIndex}
            tabIndex={-1}
            className={styles.option}
            onPointerMove={() => setActiveIndex(index)}
            onPointerUp={() => add(categoryId)}
          >
            <ColourDot colour={colour} />
            <span className={styles.name}>{name}</span>
            <span className={styles.count}>{shownCount.toLocaleString('en')}</span>
          </div>
        ))}
        {offered.length === 0 && <p className={styles.none}>No category is called that.</p>}
      </div>
    </>
  )
}
