import { type CSSProperties, memo, type ReactNode, useState } from 'react'
import { photoFlag } from '../photos/decode-photo-list.ts'
import { dayName } from '../photos/photo-date.ts'
import { thumbnailUrl } from '../photos/thumbnail-url.ts'
import { useSelection } from '../state/selection-store.ts'
import styles from './photo-tile.module.css'
import type { Caption } from './use-captions.ts'

interface PhotoTileProps {
  readonly photoId: number
  readonly leftPx: number
  readonly widthPx: number
  /** 0xRRGGBB, shown until the picture is there. */
  readonly colour: number
  /** Bits of `photoFlag`. */
  readonly flags: number
  readonly day: number
  readonly caption: Caption | undefined
  /** The one tile that Tab leads to. */
  readonly isTabStop: boolean
  /** Whether rings tell what the person said from what Winnow thinks. */
  readonly showsAnswers: boolean
  /** False while it flies past. */
  readonly mayLoad: boolean
  /** Undefined until the library has said which one to ask for. */
  readonly thumbnailVersion: number | undefined
}

/** One photo of the grid: a placeholder in its average colour, its thumbnail, and what is known about it in words. */
export const PhotoTile = memo(function PhotoTile(props: PhotoTileProps): ReactNode {
  const { photoId, leftPx, widthPx, colour, flags, day, caption, isTabStop, showsAnswers, mayLoad, thumbnailVersion } =
    props
  const selected = useSelection((state) => state.selected.has(photoId))
  // Once it was allowed to load it stays, also when the next fling begins.
  const [loads, setLoads] = useState(mayLoad)
  if (mayLoad && !loads) setLoads(true)
  const hasThumbnail = (flags & photoFlag.hasThumbnail) !== 0
  const saidYes = (flags & photoFlag.saidYes) !== 0
  const offline = (flags & photoFlag.offline) !== 0
  const style: CSSProperties = {
    left: leftPx,
    width: widthPx,
    // Its average colour is known with its thumbnail; before that it is paper.
    ...(hasThumbnail && { backgroundColor: `#${colour.toString(16).padStart(6, '0')}` }),
  }
  return (
    <div
      role="gridcell"
      className={styles.tile}
      style={style}
      tabIndex={isTabStop ? 0 : -1}
      aria-selected={selected}
      aria-label={tileLabel(caption, day, { saidYes: showsAnswers && saidYes, offline })}
      data-photo={photoId}
      data-offline={offline ? '' : undefined}
      data-answer={showsAnswers ? (saidYes ? 'yes' : 'none') : undefined}
    >
      {loads && hasThumbnail && thumbnailVersion !== undefined && (
        <img
          key={photoId}
          ref={stopLoadingWhenGone}
          className={styles.picture}
          src={thumbnailUrl(photoId, thumbnailVersion)}
          alt=""
          decoding="async"
          draggable={false}
        />
      )}
      {caption !== undefined && caption.tag !== '' && <span className={styles.caption}>{caption.tag}</span>}
    </div>
  )
})

/** An image that left the page goes on loading until it is collected; without an address it stops at once. */
function stopLoadingWhenGone(image: HTMLImageElement): () => void {
  return () => {
    if (!image.complete) image.removeAttribute('src')
  }
}

/** "Dog, 12 June 2024, IMG_1.jpg" and what rings and greying say without words. */
function tileLabel(
  caption: Caption | undefined,
  day: number,
  { saidYes, offline }: { readonly saidYes: boolean; readonly offline: boolean },
): string {
  const parts = [
    caption?.tag ?? '',
    dayName(day),
    caption?.fileName ?? '',
    saidYes ? 'you said yes' : '',
    offline ? 'its drive is not connected' : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}
