import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Size } from '../../core/layout/pan-zoom.ts'
import type { PhotoDetails } from '../../contract/photos.ts'
import { useLibrary } from '../connection/library.tsx'
import { fullUrl } from '../photos/full-url.ts'
import { thumbnailUrl } from '../photos/thumbnail-url.ts'
import { useCommands } from '../state/commands.ts'
import styles from './photo-stage.module.css'
import { usePanZoom } from './use-pan-zoom.ts'
import { useSize } from './use-size.ts'

interface PhotoStageProps {
  readonly photoId: number
  readonly details: PhotoDetails | undefined
  readonly pictureRef: RefObject<HTMLDivElement | null>
  /** The picture has a place: it can fly there. */
  readonly onPlaced: () => void
  /** The original is on screen. */
  readonly onLoaded: () => void
}

const unknownSize: Size = { widthPx: 1, heightPx: 1 }

/** One photo, zoomed and moved: its thumbnail at once, its original above it as soon as that is decoded. */
export function PhotoStage({ photoId, details, pictureRef, onPlaced, onLoaded }: PhotoStageProps): ReactNode {
  const [stage, setStage] = useState<HTMLDivElement | null>(null)
  const stageSize = useSize(stage)
  const [thumbnailSize, setThumbnailSize] = useState<Size | null>(null)
  const [original, setOriginal] = useState<'loading' | 'shown' | 'broken'>('loading')
  const thumbnailVersion = useLibrary('system.info', {}).data?.thumbnailVersion
  const pointer = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined)

  // The thumbnail's size only where the library has none: to begin with it and then change would be a jump.
  const size = details === undefined ? null : (sizeOf(details) ?? thumbnailSize)
  const { view, zoomed, zoomBy, toggle } = usePanZoom(stage, stageSize ?? unknownSize, size ?? unknownSize)
  const placed = size !== null && stageSize !== null

  useCommands({
    'zoom-to-pixels': { run: () => toggle(pointer.current) },
    larger: { run: () => zoomBy(1.25) },
    smaller: { run: () => zoomBy(0.8) },
    'usual-size': {
      run: () => {
        if (zoomed) toggle()
      },
    },
  })

  const tellPlaced = useRef(onPlaced)
  useLayoutEffect(() => {
    if (placed) tellPlaced.current()
  }, [placed])

  const width = (size?.widthPx ?? 0) * view.scale
  const height = (size?.heightPx ?? 0) * view.scale
  return (
    <div
      ref={setStage}
      className={styles.stage}
      data-zoomed={zoomed ? '' : undefined}
      onPointerMove={(event) => {
        pointer.current = { x: event.clientX, y: event.clientY }
      }}
    >
      <div
        ref={pictureRef}
        className={styles.picture}
        style={{
          width,
          height,
          left: `calc(50% + ${view.xPx - width / 2}px)`,
          top: `calc(50% + ${view.yPx - height / 2}px)`,
          visibility: placed ? 'visible' : 'hidden',
        }}
      >
        {thumbnailVersion !== undefined && (
          <img
            className={styles.image}
            src={thumbnailUrl(photoId, thumbnailVersion)}
            alt={altOf(details)}
            draggable={false}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setThumbnailSize({ widthPx: naturalWidth, heightPx: naturalHeight })
            }
          />
        )}
        {original !== 'broken' && (
          <img
            className={styles.image}
            src={fullUrl(photoId)}
            alt=""
            draggable={false}
            decoding="async"
            data-shown={original === 'shown' ? '' : undefined}
            onLoad={() => {
              setOriginal('shown')
              onLoaded()
            }}
            onError={() => setOriginal('broken')}
          />
        )}
      </div>
      {original === 'broken' && (
        <p className={styles.notice} role="status">
          {whyBroken(details)}
        </p>
      )}
    </div>
  )
}

function sizeOf(details: PhotoDetails): Size | null {
  if (details.widthPx === null || details.heightPx === null) return null
  return { widthPx: details.widthPx, heightPx: details.heightPx }
}

function altOf(details: PhotoDetails | undefined): string {
  const tags = details?.tags.filter(({ band }) => band === 'sure').map(({ name }) => name) ?? []
  return [...tags, details?.files[0]?.name ?? ''].filter((part) => part !== '').join(', ')
}

function whyBroken(details: PhotoDetails | undefined): string {
  const file = details?.files[0]
  const name = file?.name ?? 'This photo'
  if (file?.offline === true) {
    return `${name} is on a drive that is not connected. This is the small picture Winnow kept of it.`
  }
  if (file?.state === 'missing')
    return `${name} is no longer in its folder. This is the small picture Winnow kept of it.`
  return `${name} can’t be shown at full size here. This is its small picture.`
}
