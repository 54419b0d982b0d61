import type { ReactNode } from 'react'
import type { Category } from '../../contract/categories.ts'
import { Chip } from '../controls/chip.tsx'
import styles from './name-suggestions.module.css'

export interface SuggestedName {
  readonly name: string
  /** Where a category of that name is there already. */
  readonly categoryId: number | null
}

interface NameSuggestionsProps {
  readonly names: readonly SuggestedName[]
  /** What is typed. */
  readonly current: string
  readonly categories: readonly Category[]
  readonly onChoose: (name: string) => void
}

const mostNames = 5

/** Names that fit the photos it begins with, each one click. */
export function NameSuggestions({ names, current, categories, onChoose }: NameSuggestionsProps): ReactNode {
  // Whoever has found a name of their own is not to be talked out of it.
  if (current.trim() !== '' && !names.some(({ name }) => name === current)) return null
  const own = new Set(categories.filter(({ origin }) => origin === 'own').map(({ categoryId }) => categoryId))
  const offered = names
    .filter(({ name, categoryId }) => name !== current && (categoryId === null || !own.has(categoryId)))
    .slice(0, mostNames)
  if (offered.length === 0) return null
  return (
    <div className={styles.names} role="group" aria-label="Names that fit these photos">
      {offered.map(({ name }) => (
        <Chip key={name} tone="guessed" onClick={() => onChoose(name)}>
          {name}
        </Chip>
      ))}
    </div>
  )
}
