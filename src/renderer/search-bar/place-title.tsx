import { type ReactNode, useEffect, useState } from 'react'
import type { Category } from '../../contract/categories.ts'
import type { Folder } from '../../contract/folders.ts'
import type { PhotoList } from '../../contract/photos.ts'
import { useLibrary } from '../connection/library.tsx'
import { ColourDot } from '../controls/colour-dot.tsx'
import { useSortTitle } from '../sort-runs/use-sort-title.ts'
import { useView } from '../state/view-store.ts'
import { type Narrowing, type Place, queryOf, showsPhotos } from '../state/view.ts'
import { folderName } from './narrowing-chips.ts'
import styles from './place-title.module.css'

const number = new Intl.NumberFormat('en')

interface PlaceTitleProps {
  readonly categories: readonly Category[]
  readonly folders: readonly Folder[]
}

/** Where the person is and how many photos that is; said aloud on arriving, not with every photo that is read. */
export function PlaceTitle({ categories, folders }: PlaceTitleProps): ReactNode {
  const place = useView((view) => view.place)
  const narrowing = useView((view) => view.narrowing)
  const { data: list, isPlaceholderData } = useLibrary('photos.list', queryOf(place, narrowing))
  const problems = useLibrary('problems.list', place.kind === 'problems' ? { offset: 0, limit: 1 } : null).data
  const colour =
    place.kind === 'category' ? categories.find((c) => c.categoryId === place.categoryId)?.colour : undefined
  const sortTitle = useSortTitle(place.kind === 'sort-runs')
  const title = sortTitle ?? titleOf(place, categories, folders)
  const count =
    place.kind === 'problems'
      ? problems && plural(problems.total, 'file', 'files')
      : !showsPhotos(place)
        ? ''
        : isPlaceholderData
          ? undefined
          : list && describeCount(list)
  const spoken = useSpokenOnce([title, count].filter(Boolean).join(', '), count === undefined ? null : place, narrowing)
  useEffect(() => {
    document.title = `${title} – Winnow`
  }, [title])
  return (
    <div className={styles.title}>
      {colour !== undefined && <ColourDot colour={colour} />}
      <h1 className={styles.name}>{title}</h1>
      <p className={styles.count}>{count ?? (list && showsPhotos(place) && describeCount(list))}</p>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
    </div>
  )
}

/** The words as they were when `place` and `narrowing` last changed and an answer was there; empty before the first. */
function useSpokenOnce(words: string, place: Place | null, narrowing: Narrowing): string {
  const [spoken, setSpoken] = useState<{
    readonly words: string
    readonly place: Place
    readonly narrowing: Narrowing
  }>()
  if (place !== null && (spoken?.place !== place || spoken.narrowing !== narrowing)) {
    setSpoken({ words, place, narrowing })
  }
  return spoken?.words ?? ''
}

const titles = {
  all: 'All photos',
  unsure: 'Not sure',
  untagged: 'Untagged',
  groups: 'No name yet',
  problems: 'Problems',
  sort: 'Sort files',
  'sort-runs': 'Earlier sorts',
  models: 'Models',
  hardware: 'Hardware',
} as const

/** The name of a place. */
function titleOf(place: Place, categories: readonly Category[], folders: readonly Folder[]): string {
  switch (place.kind) {
    case 'category':
      return categories.find(({ categoryId }) => categoryId === place.categoryId)?.name ?? 'Category'
    case 'folder':
      return folderName(place, folders)
    case 'all':
    case 'unsure':
    case 'untagged':
    case 'groups':
    case 'problems':
    case 'sort':
    case 'sort-runs':
    case 'models':
    case 'hardware':
      return titles[place.kind]
  }
}

/** "12 photos", "214 photos · 34 less certain", "400 photos · 12 by name, the rest by look". */
function describeCount({ total, exactCount, cutIndex }: Pick<PhotoList, 'total' | 'exactCount' | 'cutIndex'>): string {
  if (exactCount !== undefined) {
    const photos = plural(total, 'photo', 'photos')
    if (exactCount === 0 || total === 0) return photos
    return exactCount === total
      ? `${photos} by name`
      : `${photos} · ${number.format(exactCount)} by name, the rest by look`
  }
  const sure = cutIndex ?? total
  const photos = plural(sure, 'photo', 'photos')
  return sure === total ? photos : `${photos} · ${number.format(total - sure)} less certain`
}

function plural(count: number, one: string, many: string): string {
  return `${number.format(count)} ${count === 1 ? one : many}`
}
