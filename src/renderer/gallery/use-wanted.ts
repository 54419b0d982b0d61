import { useEffect, useRef } from 'react'
import { library } from '../connection/library.tsx'
import { photoFlag, type PhotoColumns } from '../photos/decode-photo-list.ts'

const restMs = 300
const mostAtOnce = 500

/** Tells the library which photos on screen still lack a picture, so that they are read first. `from` to `to`: indexes, `to` exclusive. */
export function useWanted(columns: PhotoColumns, from: number, to: number): void {
  const lastWish = useRef('')
  useEffect(() => {
    const timer = setTimeout(() => {
      const photoIds: number[] = []
      for (let i = from; i < to && photoIds.length < mostAtOnce; i++) {
        if ((columns.flags[i]! & photoFlag.hasThumbnail) === 0) photoIds.push(columns.ids[i]!)
      }
      const wish = photoIds.join()
      if (wish === lastWish.current) return
      lastWish.current = wish
      // Only a wish: when it gets lost, the photos come a little later.
      library['photos.wanted']({ photoIds }).catch(() => undefined)
    }, restMs)
    return () => clearTimeout(timer)
  }, [columns, from, to])
}
