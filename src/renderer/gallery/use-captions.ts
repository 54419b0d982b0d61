import { useEffect, useMemo, useState } from 'react'
import type { z } from 'zod'
import type { photoMethods } from '../../contract/photos.ts'
import { useLibrary } from '../connection/library.tsx'

export type Caption = z.output<(typeof photoMethods)['photos.captions']['output']>['captions'][number]

const restMs = 150
const mostAtOnce = 500

/** Main tag, file name and date of the photos on screen, asked for once scrolling has come to rest. */
export function useCaptions(photoIds: readonly number[]): ReadonlyMap<number, Caption> {
  const [asked, setAsked] = useState<readonly number[]>([])
  useEffect(() => {
    const timer = setTimeout(() => setAsked(photoIds.slice(0, mostAtOnce)), restMs)
    return () => clearTimeout(timer)
  }, [photoIds])
  const { data } = useLibrary('photos.captions', asked.length === 0 ? null : { photoIds: [...asked] })
  return useMemo(() => new Map(data?.captions.map((caption) => [caption.photoId, caption])), [data])
}
