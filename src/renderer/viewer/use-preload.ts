import { useEffect } from 'react'
import { fullUrl } from '../photos/full-url.ts'

/** Loads the originals beside the one on screen, once that one is there, and stops when they are no longer beside it. */
export function usePreload(photoIds: readonly (number | undefined)[], ready: boolean): void {
  const wanted = photoIds.filter((photoId) => photoId !== undefined).join()
  useEffect(() => {
    if (!ready || wanted === '') return
    const images = wanted.split(',').map((photoId) => {
      const image = new Image()
      image.decoding = 'async'
      image.src = fullUrl(Number(photoId))
      return image
    })
    return () => {
      for (const image of images) if (!image.complete) image.removeAttribute('src')
    }
  }, [wanted, ready])
}
