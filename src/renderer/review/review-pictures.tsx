import { type ReactNode, useState } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { fullUrl } from '../photos/full-url.ts'
import { thumbnailUrl } from '../photos/thumbnail-url.ts'
import styles from './review-pictures.module.css'

interface ReviewPicturesProps {
  /** The one on screen, then those behind it. */
  readonly photoIds: readonly number[]
  readonly names: ReadonlyMap<number, string>
}

/** The photo that is asked about, large. The next ones lie behind it, unseen but decoded: an answer shows them at once. */
export function ReviewPictures({ photoIds, names }: ReviewPicturesProps): ReactNode {
  const version = useLibrary('system.info', {}).data?.thumbnailVersion
  return (
    <div className={styles.stage}>
      {version !== undefined &&
        photoIds.map((photoId, index) => (
          <Picture
            key={photoId}
            photoId={photoId}
            thumbnailVersion={version}
            name={names.get(photoId) ?? 'Photo'}
            onScreen={index === 0}
          />
        ))}
    </div>
  )
}

interface PictureProps {
  readonly photoId: number
  readonly thumbnailVersion: number
  readonly name: string
  readonly onScreen: boolean
}

/** Its small picture at once, the original above it as soon as that is decoded; where there is none, the small one stays. */
function Picture({ photoId, thumbnailVersion, name, onScreen }: PictureProps): ReactNode {
  const [decoded, setDecoded] = useState(false)
  return (
    <div className={styles.picture} data-on-screen={onScreen} aria-hidden={!onScreen}>
      <img className={styles.image} src={thumbnailUrl(photoId, thumbnailVersion)} alt={name} draggable={false} />
      <img
        className={styles.image}
        src={fullUrl(photoId)}
        alt=""
        draggable={false}
        data-decoded={decoded}
        onLoad={({ currentTarget }) => {
          void currentTarget.decode().then(
            () => setDecoded(true),
            () => setDecoded(false),
          )
        }}
      />
    </div>
  )
}
