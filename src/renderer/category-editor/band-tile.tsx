import { Check, X } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { Band } from '../../contract/primitives.ts'
import { thumbnailUrl } from '../photos/thumbnail-url.ts'
import { bandFlag, bandNames, verdictOfFlags } from './bands.ts'
import styles from './band-tile.module.css'

interface BandTileProps {
  readonly photoId: number
  readonly band: Band
  /** Bits of `bandFlag`. */
  readonly flags: number
  /** Its file's, or words for it until that is known. */
  readonly name: string
  /** Average colour, under the picture until it is there. */
  readonly colour: string
  readonly leftPx: number
  readonly topPx: number
  readonly sizePx: number
  readonly position: number
  readonly setSize: number
  readonly selected: boolean
  readonly dragged: boolean
  readonly isTabStop: boolean
  readonly thumbnailVersion: number | undefined
}

/** One photo of a band: a solid ring where the person said so, a dashed one where Winnow thinks so; on hover yes and no. */
export const BandTile = memo(function BandTile(props: BandTileProps): ReactNode {
  const { photoId, band, flags, leftPx, topPx, sizePx, selected, thumbnailVersion } = props
  const verdict = verdictOfFlags(flags)
  return (
    <div
      role="option"
      aria-selected={selected}
      aria-label={tileLabel(props.name, band, flags)}
      aria-posinset={props.position}
      aria-setsize={props.setSize}
      tabIndex={props.isTabStop ? 0 : -1}
      className={styles.tile}
      data-photo={photoId}
      data-said={verdict}
      data-band={band}
      data-dragged={props.dragged ? '' : undefined}
      style={{ left: leftPx, top: topPx, width: sizePx, height: sizePx, backgroundColor: props.colour }}
    >
      {thumbnailVersion !== undefined && (flags & bandFlag.hasThumbnail) !== 0 && (
        <img
          className={styles.picture}
          src={thumbnailUrl(photoId, thumbnailVersion)}
          alt=""
          decoding="async"
          draggable={false}
        />
      )}
      {selected && (
        <span className={styles.mark} aria-hidden>
          <Check strokeWidth={3} />
        </span>
      )}
      {/* For the pointer only; the keyboard answers with Y and N. */}
      <span className={styles.answers} aria-hidden>
        <span className={styles.answer} data-say="yes" title="Yes, it belongs (Y)" data-on={verdict === 'yes'}>
          <Check />
        </span>
        <span className={styles.answer} data-say="no" title="No, it does not (N)" data-on={verdict === 'no'}>
          <X />
        </span>
      </span>
    </div>
  )
})

/** "beach.jpg, Yes, you said so": what rings tell without words. */
function tileLabel(name: string, band: Band, flags: number): string {
  const who = verdictOfFlags(flags) === 'undecided' ? (band === 'sure' ? ['Winnow thinks'] : []) : ['you said so']
  return [name, bandNames[band], ...who].join(', ')
}
