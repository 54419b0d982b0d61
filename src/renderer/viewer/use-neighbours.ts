import { useMemo, useState } from 'react'
import { useShownPhotos } from '../photos/use-shown-photos.ts'

interface Neighbours {
  readonly previousId: number | undefined
  readonly nextId: number | undefined
  /** From 0, and -1 where the photo is not in the list, with how many are in it. */
  readonly index: number
  readonly total: number
}

/** What comes before and after a photo in the gallery. A photo that has left the list keeps its place between them. */
export function useNeighbours(photoId: number): Neighbours {
  const { columns } = useShownPhotos()
  const index = useMemo(() => columns?.ids.indexOf(photoId) ?? -1, [columns, photoId])
  const [lastIndex, setLastIndex] = useState(index)
  if (index !== -1 && index !== lastIndex) setLastIndex(index)
  if (index !== -1) {
    return {
      previousId: columns?.ids[index - 1],
      nextId: columns?.ids[index + 1],
      index,
      total: columns?.total ?? 0,
    }
  }
  return {
    previousId: columns?.ids[lastIndex - 1],
    // The next one has moved up.
    nextId: lastIndex === -1 ? undefined : columns?.ids[lastIndex],
    index: -1,
    total: columns?.total ?? 0,
  }
}
