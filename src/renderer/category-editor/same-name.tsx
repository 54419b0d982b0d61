import type { ReactNode } from 'react'
import type { Category } from '../../contract/categories.ts'
import { foldWords } from '../../core/search/fold-text.ts'
import { Button } from '../controls/button.tsx'
import { useView } from '../state/view-store.ts'
import styles from './same-name.module.css'

interface SameNameProps {
  readonly name: string
  readonly categories: readonly Category[]
}

/** Says that a category of this name, or with it as another name, is there already, and leads to it. */
export function SameName({ name, categories }: SameNameProps): ReactNode {
  const { go, edit } = useView()
  const wanted = foldWords(name).join(' ')
  const same = categories.find((category) =>
    [category.name, ...category.synonyms].some((known) => wanted !== '' && foldWords(known).join(' ') === wanted),
  )
  if (same === undefined) return null
  return (
    <p className={styles.note}>
      {same.origin === 'own'
        ? `You already have ${same.name}.`
        : `Winnow already looks for ${same.name}. Yours will take its place.`}
      <Button
        variant="quiet"
        onClick={() => {
          go({ kind: 'category', categoryId: same.categoryId })
          edit(same.categoryId)
        }}
      >
        Edit that one
      </Button>
    </p>
  )
}
