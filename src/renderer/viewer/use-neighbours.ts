import { useMemo, useState } from 'react'
import { useShownPhotos } from '../photos/use-shown-photos.ts'
import { useView } from '../state/view-store.ts'

interface Neighbours {
  readonly previousId: number | undefined
  readonly nextId: number | undefined
  /** From 0, and -1 where the photo is not in the list, with how many are in it. */
  readonly index: number
  readonly total: number
}

/**
 * What comes before and after a photo in the gallery, or among those it was opened with. A photo that has left the list
 * keeps its place between them.
 */
export function useNeighbours(photoId: number): Neighbours {
  const { columns } = useShownPhotos()
  const among = useView((view) => view.openAmong)
  const ids = among ?? columns?.ids
  const total = among?.length ?? columns?.total ?? 0
  const index = useMemo(() => ids?.indexOf(photoId) ?? -1, [ids, photoId])
  const [lastIndex, setLastIndex] = useState(index)
  if (index !== -1 && index !== lastIndex) setLastIndex(index)
  if (index !== -1) return { previousId: ids?.[index - 1], nextId: ids?.[index + 1], index, total }
  return {
    previousId: ids?.[lastIndex - 1],
    // The next one has moved up.
    nextId: lastIndex === -1 ? undefined : ids?.[lastIndex],
    index: -1,
    total,
  }
}
