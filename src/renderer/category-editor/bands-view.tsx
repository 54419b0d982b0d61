import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { Band, Verdict } from '../../contract/primitives.ts'
import { useLibrary } from '../connection/library.tsx'
import { ContextMenu } from '../controls/context-menu.tsx'
import { useCaptions } from '../gallery/use-captions.ts'
import { useSettings } from '../settings/use-settings.ts'
import { useSelection } from '../state/selection-store.ts'
import type { Aim } from './aim.ts'
import { BandHeading } from './band-heading.tsx'
import { headingPx, layOutBands, photosBetween } from './band-layout.ts'
import { BandMenu } from './band-menu.tsx'
import { BandSelection } from './band-selection.tsx'
import { BandPhotosList } from './band-photos-list.tsx'
import styles from './bands-view.module.css'
import type { Bands } from './bands.ts'
import { ReviewButton } from './review-button.tsx'
import { DragGhost } from './drag-ghost.tsx'
import { useBandCommands } from './use-band-commands.ts'
import { useBandPointer } from './use-band-pointer.ts'
import { useCalmBands } from './use-calm-bands.ts'
import { useCalmMotion } from './use-calm-motion.ts'
import { scrollerOf, useContentView } from './use-content-view.ts'
import { useSelectByClick } from './use-select-by-click.ts'
import { useTileFocus } from './use-tile-focus.ts'

const usualRowHeightPx = 200
/** Photos there are large enough to be judged here, and many enough to be compared. */
const tileShare = 0.7
const marginPx = 400

interface BandsViewProps {
  readonly bands: Bands
  /** Photos of Yes at the strictness on the slider now. */
  readonly sureCount: number
  readonly yesCount: number
  readonly noCount: number
  /** Other words, other bands: nothing stays in its place then. */
  readonly questionKey: string
  readonly categoryId: number | null
  readonly aim: Aim
  /** Where pictures from outside would be let go now. */
  readonly pictureOver: Band | null
  readonly onAnswer: (photoIds: readonly number[], verdict: Verdict) => void
  /** The last photos of a band that are here came near. */
  readonly onNearEnd: () => void
  /** No more can be shown here than are. */
  readonly atMost: boolean
}

/** The whole library in three bands. Arrows walk, Space selects, Y and N answer; dragging into another band answers too. */
export function BandsView(props: BandsViewProps): ReactNode {
  const { questionKey, aim, categoryId, onAnswer, onNearEnd } = props
  const bands = useCalmBands(props.bands, questionKey, aim)
  const { content, attach, view, exact, look } = useContentView()
  const wishedPx = Math.round(Math.min(220, Math.max(96, (useSettings()?.rowHeightPx ?? usualRowHeightPx) * tileShare)))
  const layout = useMemo(() => layOutBands(bands, view.widthPx, wishedPx), [bands, view.widthPx, wishedPx])
  useCalmMotion({ content, layout, questionKey, aim, exact, look })

  const parts = useMemo(
    () =>
      layout.bands.map((placed) => {
        const [from, to] = photosBetween(placed, view.topPx - marginPx, view.topPx + view.heightPx + marginPx)
        return { placed, from, to }
      }),
    [layout, view],
  )
  const shownIds = useMemo(
    () => parts.flatMap(({ placed, from, to }) => [...placed.photos.ids.subarray(from, to)]),
    [parts],
  )
  const captions = useCaptions(shownIds)
  const version = useLibrary('system.info', {}).data?.thumbnailVersion

  const focusedId = useSelection((state) => state.focusedId)
  const focusTile = useTileFocus(content, layout, aim)
  const { moveTo } = useBandCommands({ layout, content, view, categoryId, focusTile, onAnswer })
  const ghost = useRef<HTMLDivElement>(null)
  const drag = useBandPointer({
    content,
    ghost,
    aim,
    bandOfPhoto: (photoId) => layout.bands.find(({ photos }) => photos.ids.includes(photoId))?.band ?? null,
    onClick: useSelectByClick(layout, moveTo),
    onAnswer,
  })

  const isNearEnd = layout.bands.some(({ photos, rows, rowsTopPx }) => {
    const endPx = rowsTopPx + rows.heightPx
    const near = endPx > view.topPx && endPx < view.topPx + view.heightPx * 2
    return photos.count > photos.ids.length && view.heightPx > 0 && near
  })
  // Asked again when more have come and it is still near.
  const nearEndOf = isNearEnd ? layout.photoCount : null
  useEffect(() => {
    if (nearEndOf !== null) onNearEnd()
  }, [nearEndOf, onNearEnd])

  const tabStopId = layout.indexOfPhoto.has(focusedId ?? -1)
    ? focusedId
    : (layout.bands.find(({ photos }) => photos.ids.length > 0)?.photos.ids[0] ?? null)
  const area = (
    <div ref={attach} className={styles.content} data-keys="photos">
      {parts.flatMap(({ placed, from, to }, position) => {
        const { band, photos } = placed
        const show = (): void => {
          if (content === null) return
          const topPx = placed.headingTopPx - position * headingPx - exact.current.topPx
          scrollerOf(content).scrollBy({ top: topPx, behavior: reducedMotion() ? 'instant' : 'smooth' })
        }
        return [
          <BandHeading
            key={`${band} heading`}
            band={band}
            count={band === 'sure' ? props.sureCount : photos.count}
            saidCount={band === 'sure' ? props.yesCount : band === 'not' ? props.noCount : 0}
            dropWords={drag?.over === band ? dropWords[band] : props.pictureOver === band ? pictureWords[band] : null}
            onShow={show}
          >
            {band === 'unsure' && photos.count > 0 && <ReviewButton categoryId={categoryId} />}
          </BandHeading>,
          <BandPhotosList
            key={band}
            placed={placed}
            from={from}
            to={to}
            captions={captions}
            tabStopId={tabStopId}
            thumbnailVersion={version}
            draggedIds={drag?.photoIds ?? nothing}
            atMost={props.atMost}
            categoryId={categoryId}
          />,
        ]
      })}
    </div>
  )
  return (
    <>
      <ContextMenu area={area} label="Photo" keepsFocus={() => true}>
        <BandMenu layout={layout} />
      </ContextMenu>
      <BandSelection />
      {drag !== null && <DragGhost ref={ghost} photoIds={drag.photoIds} />}
    </>
  )
}

const nothing: readonly never[] = []

const dropWords: Readonly<Record<Band, string>> = {
  sure: 'Let go to say yes',
  unsure: 'Let go to take the answer back',
  not: 'Let go to say no',
}

const pictureWords: Readonly<Record<Band, string>> = {
  sure: 'Let go to add it as an example',
  unsure: 'Let go to add it as an example',
  not: 'Let go to add it as a counter-example',
}

function reducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
