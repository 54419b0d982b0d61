import type { ReactNode } from 'react'
import { Chip } from '../controls/chip.tsx'
import { Thumbnail } from '../photos/thumbnail.tsx'
import { useView } from '../state/view-store.ts'
import type { NarrowingChip } from './narrowing-chips.ts'
import styles from './search-chips.module.css'

/** What narrows the place, each with a ✕. */
export function SearchChips({ chips }: { readonly chips: readonly NarrowingChip[] }): ReactNode {
  const narrow = useView((view) => view.narrow)
  if (chips.length === 0) return null
  return (
    <ul className={styles.chips} aria-label="Narrowed to">
      {chips.map((chip) => (
        <li key={chip.key}>
          <Chip
            {...(chip.colour !== null && { colour: chip.colour })}
            onRemove={() => narrow(chip.without)}
            removeLabel={`Remove ${chip.label}`}
          >
            {chip.picture !== null && <ChipPicture picture={chip.picture} />}
            {chip.label}
          </Chip>
        </li>
      ))}
    </ul>
  )
}

function ChipPicture({ picture }: { readonly picture: NonNullable<NarrowingChip['picture']> }): ReactNode {
  return 'url' in picture ? (
    <img className={styles.picture} src={picture.url} alt="" />
  ) : (
    <Thumbnail className={styles.picture} photoId={picture.photoId} alt="" />
  )
}
