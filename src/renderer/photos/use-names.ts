import { useMemo } from 'react'
import { useLibrary } from '../connection/library.tsx'

/** What a screen reader calls photos: their main tag and file name. */
export function useNames(photoIds: readonly number[]): ReadonlyMap<number, string> {
  const { data } = useLibrary('photos.captions', photoIds.length === 0 ? null : { photoIds: [...photoIds] })
  return useMemo(
    () =>
      new Map(
        data?.captions.map(({ photoId, tag, fileName }) => [
          photoId,
          [tag, fileName].filter((part) => part !== '').join(', '),
        ]),
      ),
    [data],
  )
}
