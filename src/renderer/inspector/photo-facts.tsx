import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PhotoDetails } from '../../contract/photos.ts'
import { copyText } from '../connection/copy-text.ts'
import { IconButton } from '../controls/icon-button.tsx'
import { dayName } from '../photos/photo-date.ts'
import { formatMegapixels, formatPlace } from './format-facts.ts'
import styles from './photo-facts.module.css'

const dayMs = 86_400_000

// Capture times are the camera's wall clock written as if it were UTC.
const weekdayAndTime = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

/** Date, camera, place and size of a photo; what is not known is left out. */
export function PhotoFacts({ details }: { readonly details: PhotoDetails }): ReactNode {
  const { widthPx, heightPx, latitude, longitude, camera, lens, exposure } = details
  const megapixels = widthPx === null || heightPx === null ? null : formatMegapixels(widthPx, heightPx)
  const place = latitude === null || longitude === null ? null : formatPlace(latitude, longitude)
  return (
    <section aria-label="Facts">
      <dl className={styles.facts}>
        <Fact name="Taken">
          {dayName(Math.floor(details.takenAtMs / dayMs))}
          <span className={styles.aside}>
            {weekdayAndTime.format(details.takenAtMs)}
            {details.takenAtSource === 'file' && ' · the file’s own date'}
          </span>
        </Fact>
        {camera !== null && (
          <Fact name="Camera">
            {camera}
            {lens !== null && <span className={styles.aside}>{lens}</span>}
            {exposure !== null && <span className={styles.aside}>{exposure}</span>}
          </Fact>
        )}
        {place !== null && (
          <Fact name="Place">
            <span className={styles.copied}>
              {place}
              <IconButton label="Copy the place" onClick={() => void copyText(place, 'the place')}>
                <Copy />
              </IconButton>
            </span>
          </Fact>
        )}
        {widthPx !== null && heightPx !== null && (
          <Fact name="Size">
            {widthPx.toLocaleString('en')} × {heightPx.toLocaleString('en')}
            {megapixels !== null && <span className={styles.aside}>{megapixels}</span>}
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
