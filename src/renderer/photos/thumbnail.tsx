import type { ReactNode } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { thumbnailUrl } from './thumbnail-url.ts'

interface ThumbnailProps {
  readonly photoId: number
  readonly className?: string | undefined
  /** Empty where words beside it say what it is. */
  readonly alt: string
}

/** A photo's small picture, on its own: chips and panels. Nothing until the library has said which version to ask for. */
export function Thumbnail({ photoId, className, alt }: ThumbnailProps): ReactNode {
  const version = useLibrary('system.info', {}).data?.thumbnailVersion
  if (version === undefined) return null
  return <img className={className} src={thumbnailUrl(photoId, version)} alt={alt} draggable={false} />
}
