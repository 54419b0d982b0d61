import { useMemo } from 'react'
import type { PhotoList, PhotoQuery } from '../../contract/photos.ts'
import { useLibrary } from '../connection/library.tsx'
import { useView } from '../state/view-store.ts'
import { queryOf } from '../state/view.ts'
import { decodePhotoList, type PhotoColumns } from './decode-photo-list.ts'

interface Unpacked {
  readonly columns: PhotoColumns
  /** Of the question that was answered; the same for a later answer to the same question. */
  readonly questionKey: string
}

// The gallery, the viewer and the selection show the same list; it is unpacked once for all of them.
const known = new WeakMap<PhotoList, Unpacked>()

function unpack(list: PhotoList, query: PhotoQuery | null): Unpacked {
  const earlier = known.get(list)
  if (earlier !== undefined) return earlier
  const unpacked = { columns: decodePhotoList(list), questionKey: JSON.stringify(query) }
  known.set(list, unpacked)
  return unpacked
}

interface ShownPhotos {
  /** Undefined until the first answer; while a new question is open, what was shown before it. */
  readonly columns: PhotoColumns | undefined
  /** Tells answers to different questions apart. */
  readonly questionKey: string
  readonly error: Error | null
  readonly retry: () => void
}

/** The photos of where the person is, in display order. */
export function useShownPhotos(): ShownPhotos {
  const place = useView((view) => view.place)
  const narrowing = useView((view) => view.narrowing)
  const query = useMemo(() => queryOf(place, narrowing), [place, narrowing])
  const answer = useLibrary('photos.list', query)
  const unpacked = answer.data === undefined ? undefined : unpack(answer.data, query)
  return {
    columns: unpacked?.columns,
    questionKey: unpacked?.questionKey ?? '',
    error: answer.error,
    retry: () => void answer.refetch(),
  }
}
