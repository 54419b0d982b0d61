import { memo, type ReactNode } from 'react'
import type { Band } from '../../contract/primitives.ts'
import type { Caption } from '../gallery/use-captions.ts'
import { useSelection } from '../state/selection-store.ts'
import { rowOfPhoto } from '../../core/layout/find-row.ts'
import { BandMore } from './band-more.tsx'
import type { PlacedBand } from './band-layout.ts'
import styles from './band-photos-list.module.css'
import { BandTile } from './band-tile.tsx'
import { bandNames } from './bands.ts'

const number = new Intl.NumberFormat('en')

interface BandPhotosListProps {
  readonly placed: PlacedBand
  /** Those on the page, within the band: [from, to). */
  readonly from: number
  readonly to: number
  readonly captions: ReadonlyMap<number, Caption>
  /** The one photo that Tab leads to. It is never taken off the page, or the focus would be lost. */
  readonly tabStopId: number | null
  readonly thumbnailVersion: number | undefined
  readonly draggedIds: readonly number[]
  readonly atMost: boolean
  readonly categoryId: number | null
}

const emptyWords: Readonly<Record<Band, string>> = {
  sure: 'None yet. Drag photos here, or press Y on them.',
  unsure: 'Nothing to be unsure of.',
  not: 'None. Drag here what does not belong, or press N on it.',
}

/** The photos of a band that are near the screen, in a list as tall as all of them. */
export const BandPhotosList = memo(function BandPhotosList(props: BandPhotosListProps): ReactNode {
  const { placed, from, to, captions, tabStopId, draggedIds } = props
  const { band, photos, rows, heightPx } = placed
  const selected = useSelection((state) => state.selected)
  const shown = Array.from({ length: to - from }, (_, i) => from + i)
  const kept = tabStopId === null ? -1 : photos.ids.indexOf(tabStopId)
  const indexes = kept === -1 || (kept >= from && kept < to) ? shown : kept < from ? [kept, ...shown] : [...shown, kept]
  return (
    <div className={styles.space} data-band={band} style={{ height: heightPx }}>
      {photos.ids.length === 0 ? (
        <p className={styles.empty}>{emptyWords[band]}</p>
      ) : (
        <div
          // Far from the screen it is an empty room and no list.
          {...(indexes.length > 0 && {
            role: 'listbox',
            'aria-multiselectable': true,
            'aria-label': `${bandNames[band]}, ${number.format(photos.count)} photos`,
          })}
          className={styles.list}
          style={{ height: rows.heightPx }}
        >
          {indexes.map((index) => {
            const photoId = photos.ids[index]!
            const row = rowOfPhoto(rows, index)
            return (
              <BandTile
                key={photoId}
                photoId={photoId}
                band={band}
                flags={photos.flags[index]!}
                name={captions.get(photoId)?.fileName ?? `Photo ${index + 1}`}
                colour={`rgb(${photos.colours.subarray(index * 3, index * 3 + 3).join(' ')})`}
                leftPx={rows.left[index]!}
                topPx={rows.rowTop[row]!}
                sizePx={rows.rowHeight[row]!}
                position={index + 1}
                setSize={photos.count}
                selected={selected.has(photoId)}
                dragged={draggedIds.includes(photoId)}
                isTabStop={photoId === tabStopId}
                thumbnailVersion={props.thumbnailVersion}
              />
            )
          })}
        </div>
      )}
      {photos.count > photos.ids.length && (
        <div className={styles.more}>
          <BandMore
            band={band}
            hiddenCount={photos.count - photos.ids.length}
            atMost={props.atMost}
            categoryId={props.categoryId}
          />
        </div>
      )}
    </div>
  )
})
