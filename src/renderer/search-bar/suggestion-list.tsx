import { Calendar, Folder, Image, Tag } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Suggestion } from '../../contract/search.ts'
import styles from './suggestion-list.module.css'

const number = new Intl.NumberFormat('en')

const kinds = {
  category: { word: 'Category', icon: <Tag aria-hidden /> },
  folder: { word: 'Folder', icon: <Folder aria-hidden /> },
  date: { word: 'Date', icon: <Calendar aria-hidden /> },
  file: { word: 'File', icon: <Image aria-hidden /> },
} as const

interface SuggestionListProps {
  readonly listId: string
  readonly suggestions: readonly Suggestion[]
  readonly activeKey: string | null
  readonly onChoose: (suggestion: Suggestion) => void
}

/** What the box offers, below it. The focus stays in the box; the active one is told by `aria-activedescendant`. */
export function SuggestionList({ listId, suggestions, activeKey, onChoose }: SuggestionListProps): ReactNode {
  return (
    <div role="listbox" id={listId} aria-label="Suggestions" className={styles.list} hidden={suggestions.length === 0}>
      {suggestions.map((suggestion, index) => {
        const key = keyOfSuggestion(suggestion)
        const { word, icon } = kinds[suggestion.kind]
        return (
          <div
            key={key}
            role="option"
            id={`${listId}-${index}`}
            aria-selected={key === activeKey}
            tabIndex={-1}
            className={styles.suggestion}
            // Not on click: the box would lose the focus and close the list before.
            onPointerDown={(event) => {
              event.preventDefault()
              onChoose(suggestion)
            }}
          >
            {icon}
            <span className={styles.label}>{suggestion.label}</span>
            <span className={styles.kind}>
              {suggestion.kind === 'file' ? word : `${word} · ${number.format(suggestion.count)}`}
            </span>
          </div>
        )
      })}
    </div>
  )
}

export function keyOfSuggestion(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'category':
      return `category:${suggestion.categoryId}`
    case 'folder':
      return `folder:${suggestion.folderId}:${suggestion.folderPath}`
    case 'date':
      return `date:${suggestion.fromMs}:${suggestion.toMs}`
    case 'file':
      return `file:${suggestion.photoId}`
  }
}
