import type { ReactNode } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { PageMessage } from '../controls/page-message.tsx'
import { chooseFolders } from '../folders/add-folders.ts'
import { useView } from '../state/view-store.ts'
import { noNarrowing, type Narrowing, type Place } from '../state/view.ts'

/** Why nothing is here, and the one next step. */
export function GalleryEmpty(): ReactNode {
  const { place, narrowing, clearNarrowing, edit, go } = useView()
  const scanning = useLibrary('indexing.progress', {}).data?.state === 'running'
  const category = useLibrary('categories.list', {}).data?.categories.find(
    (category) => place.kind === 'category' && category.categoryId === place.categoryId,
  )
  const { title, words, step } = emptyWords(place, narrowing, category?.name, scanning)
  const steps = {
    search: { label: 'Clear the search', run: clearNarrowing },
    edit: {
      label: 'Edit the category',
      run: () => {
        if (category !== undefined) edit(category.categoryId)
      },
    },
    all: { label: 'Show all photos', run: () => go({ kind: 'all' }) },
    folder: { label: 'Add a folder…', run: () => void chooseFolders() },
  }
  return (
    <PageMessage title={title} words={words}>
      {step !== null && <Button onClick={steps[step].run}>{steps[step].label}</Button>}
    </PageMessage>
  )
}

interface EmptyWords {
  readonly title: string
  readonly words: string
  readonly step: 'search' | 'edit' | 'all' | 'folder' | null
}

function emptyWords(
  place: Place,
  narrowing: Narrowing,
  categoryName: string | undefined,
  scanning: boolean,
): EmptyWords {
  const isNarrowed = Object.entries(narrowing).some(([key, value]) => {
    const none: unknown = Object.entries(noNarrowing).find(([name]) => name === key)?.[1]
    return Array.isArray(value) ? value.length > 0 : value !== none
  })
  if (isNarrowed) {
    return {
      title: 'Nothing found',
      words: 'No photo fits all of this. Fewer or other words may find more.',
      step: 'search',
    }
  }
  switch (place.kind) {
    case 'unsure':
      return {
        title: 'Nothing to decide',
        words: 'Photos that Winnow can’t place with certainty come here. Right now there are none.',
        step: 'all',
      }
    case 'untagged':
      return { title: 'Every photo has a tag', words: 'Photos that fit no category come here.', step: 'all' }
    case 'category':
      return {
        title: `No photos in ${categoryName ?? 'this category'} yet`,
        words: scanning
          ? 'Photos that fit appear here while Winnow reads your folders.'
          : 'Other words, or a looser setting, may find some. You can also add photos by hand with T.',
        step: 'edit',
      }
    case 'folder':
      return scanning
        ? { title: 'Looking for photos', words: 'They appear here as soon as Winnow finds them.', step: null }
        : {
            title: 'No photos in this folder',
            words: 'Winnow reads JPEG, PNG, WebP, GIF, TIFF and AVIF files.',
            step: 'all',
          }
    case 'all':
    case 'groups':
    case 'problems':
    case 'sort':
    case 'sort-runs':
    case 'models':
    case 'hardware':
      return scanning
        ? { title: 'Looking for photos', words: 'They appear here as soon as Winnow finds them.', step: null }
        : {
            title: 'No photos in your folders',
            words: 'Winnow reads JPEG, PNG, WebP, GIF, TIFF and AVIF files. Add another folder to begin.',
            step: 'folder',
          }
  }
}
