import type { ReactNode } from 'react'
import type { PhotoDetails } from '../../contract/photos.ts'
import { ChoiceQuestions } from '../choices/choice-questions.tsx'
import { sentenceOf } from '../connection/attempt.ts'
import { useLibrary } from '../connection/library.tsx'
import { Thumbnail } from '../photos/thumbnail.tsx'
import { PhotoFacts } from './photo-facts.tsx'
import { PhotoFiles } from './photo-files.tsx'
import { PhotoTags } from './photo-tags.tsx'
import styles from './one-photo.module.css'

interface OnePhotoProps {
  readonly photoId: number
  /** Not beside the viewer, which shows the photo itself. */
  readonly withPreview: boolean
}

/** Everything about one photo: picture, tags, facts, files. */
export function OnePhoto({ photoId, withPreview }: OnePhotoProps): ReactNode {
  const { data, error } = useLibrary('photos.get', { photoId })
  if (data === undefined || data.photoId !== photoId) {
    return <p className={styles.message}>{error === null ? 'Looking…' : sentenceOf(error)}</p>
  }
  return (
    <div className={styles.scroll}>
      {withPreview && <Preview details={data} />}
      <PhotoTags details={data} />
      <ChoiceQuestions details={data} />
      <PhotoFacts details={data} />
      <PhotoFiles files={data.files} />
    </div>
  )
}

function Preview({ details }: { readonly details: PhotoDetails }): ReactNode {
  const { widthPx, heightPx } = details
  return (
    <div
      className={styles.preview}
      style={{ aspectRatio: widthPx === null || heightPx === null ? 1.5 : widthPx / heightPx }}
    >
      {details.ready && <Thumbnail photoId={details.photoId} className={styles.picture} alt={altOf(details)} />}
    </div>
  )
}

function altOf(details: PhotoDetails): string {
  const tags = details.tags.filter(({ band }) => band === 'sure').map(({ name }) => name)
  return tags.length > 0 ? tags.join(', ') : (details.files[0]?.name ?? 'Photo')
}
