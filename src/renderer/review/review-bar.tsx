import { ChevronDown, CircleQuestionMark, LayoutGrid, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { ColourDot } from '../controls/colour-dot.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { Menu, MenuItem, MenuLine } from '../controls/menu.tsx'
import { gainWords } from './gain-words.ts'
import styles from './review-bar.module.css'
import { useReview } from './review-store.ts'
import { categoriesToReview } from './to-review.ts'

const number = new Intl.NumberFormat('en')
const mostOffered = 12

interface ReviewBarProps {
  readonly categoryId: number | null
  readonly answered: number
  readonly decided: number
  /** Null until the library has said so. */
  readonly unsureCount: number | null
  readonly asGrid: boolean
  readonly onGrid: () => void
  readonly onClose: () => void
  /** Null while no question is on screen. */
  readonly onWhy: (() => void) | null
}

/** What is reviewed (and what else could be), what the answers were good for, and the ways of looking. */
export function ReviewBar(props: ReviewBarProps): ReactNode {
  const { categoryId, answered, decided, unsureCount, asGrid, onGrid, onClose, onWhy } = props
  return (
    <header className={styles.bar}>
      <IconButton label="Close the review" keys="Escape" onClick={onClose}>
        <X />
      </IconButton>
      <CategoryChoice categoryId={categoryId} />
      <p className={styles.gain}>{gainWords(answered, decided, unsureCount)}</p>
      <span className={styles.tools}>
        {onWhy !== null && (
          <IconButton label="Why does Winnow ask?" keys="W" data-why="" onClick={onWhy}>
            <CircleQuestionMark />
          </IconButton>
        )}
        <IconButton label="Photos that are much alike together" keys="G" pressed={asGrid} onClick={onGrid}>
          <LayoutGrid />
        </IconButton>
      </span>
    </header>
  )
}

function CategoryChoice({ categoryId }: { readonly categoryId: number | null }): ReactNode {
  const open = useReview((review) => review.open)
  const categories = useLibrary('categories.list', {}).data?.categories ?? []
  const current = categories.find((category) => category.categoryId === categoryId)
  const others = categoriesToReview(categories, categoryId).slice(0, mostOffered)
  return (
    <Menu
      align="start"
      trigger={
        <Button variant="quiet" className={styles.choice ?? ''}>
          {current !== undefined && <ColourDot colour={current.colour} />}
          <span className={styles.name}>{current?.name ?? 'All my categories'}</span>
          <ChevronDown aria-hidden />
          <span className="visually-hidden">, choose what to review</span>
        </Button>
      }
    >
      <MenuItem disabled={categoryId === null} onSelect={() => open(null)}>
        All my categories
      </MenuItem>
      {others.length > 0 && <MenuLine />}
      {others.map((category) => (
        <MenuItem
          key={category.categoryId}
          icon={<ColourDot colour={category.colour} />}
          onSelect={() => open(category.categoryId)}
        >
          <span className={styles.option}>
            {category.name}
            <span className={styles.count}>{number.format(category.unsureCount)} not sure</span>
          </span>
        </MenuItem>
      ))}
    </Menu>
  )
}
