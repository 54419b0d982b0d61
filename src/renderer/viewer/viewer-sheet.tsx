import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { useAnswer } from '../photos/use-answer.ts'
import { useSettings } from '../settings/use-settings.ts'
import { type CommandHandler, useCommands } from '../state/commands.ts'
import { useCurrentCategory } from '../state/current-category.ts'
import { useView } from '../state/view-store.ts'
import { fly, tileOf } from './flight.ts'
import { PhotoStage } from './photo-stage.tsx'
import { useNeighbours } from './use-neighbours.ts'
import { usePreload } from './use-preload.ts'
import { ViewerBar } from './viewer-bar.tsx'
import styles from './viewer-sheet.module.css'

interface ViewerSheetProps {
  readonly photoId: number
  /** On its way back to its tile. */
  readonly leaving: boolean
  readonly onLeft: () => void
}

/** The open viewer: the photo, its bar, the ways to the photos beside it. */
export function ViewerSheet({ photoId, leaving, onLeft }: ViewerSheetProps): ReactNode {
  const sheet = useRef<HTMLDivElement>(null)
  const backdrop = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLDivElement>(null)
  const [loadedId, setLoadedId] = useState<number | null>(null)
  const answered = useLibrary('photos.get', { photoId }).data
  const details = answered?.photoId === photoId ? answered : undefined
  const { previousId, nextId, index, total } = useNeighbours(photoId)
  usePreload([nextId, previousId], loadedId === photoId)
  const background = useSettings()?.viewerBackground ?? 'black'
  const categoryId = useCurrentCategory()
  const answer = useAnswer()

  const goCommand = (to: number | undefined): CommandHandler => ({ available: () => !leaving, run: () => go(to) })
  const say = (verdict: 'yes' | 'no' | 'undecided'): CommandHandler => ({
    available: () => categoryId !== null && !leaving,
    run: () => {
      if (categoryId === null) return
      void answer([photoId], categoryId, verdict)
      if (verdict !== 'undecided') go(nextId)
    },
  })
  useCommands({
    left: goCommand(previousId),
    right: goCommand(nextId),
    'say-yes': say('yes'),
    'say-no': say('no'),
    'say-undecided': say('undecided'),
  })

  const hasOpened = useRef(false)
  const open = (): void => {
    if (hasOpened.current || picture.current === null || backdrop.current === null) return
    hasOpened.current = true
    void fly('open', picture.current, backdrop.current, tileOf(photoId))
  }

  useEffect(() => {
    if (!leaving) sheet.current?.focus({ preventScroll: true })
  }, [leaving])

  const close = useEffectEvent(async () => {
    const tile = tileOf(photoId)
    tile?.focus({ preventScroll: true })
    if (picture.current !== null && backdrop.current !== null)
      await fly('close', picture.current, backdrop.current, tile)
    onLeft()
  })
  useEffect(() => {
    if (leaving) void close()
  }, [leaving])

  return (
    <div
      ref={sheet}
      role="dialog"
      aria-label="Photo"
      tabIndex={-1}
      className={styles.sheet}
      data-keys="photos"
      data-leaving={leaving ? '' : undefined}
      data-theme={background === 'black' ? 'dark' : undefined}
      data-background={background}
    >
      <div ref={backdrop} className={styles.backdrop} />
      <PhotoStage
        key={photoId}
        photoId={photoId}
        details={details}
        pictureRef={picture}
        onPlaced={open}
        onLoaded={() => setLoadedId(photoId)}
      />
      {previousId !== undefined && (
        <button type="button" className={styles.previous} aria-label="Previous photo" onClick={() => go(previousId)}>
          <ChevronLeft aria-hidden />
        </button>
      )}
      {nextId !== undefined && (
        <button type="button" className={styles.next} aria-label="Next photo" onClick={() => go(nextId)}>
          <ChevronRight aria-hidden />
        </button>
      )}
      <ViewerBar details={details} categoryId={categoryId} index={index} total={total} />
    </div>
  )
}

function go(photoId: number | undefined): void {
  if (photoId !== undefined) useView.getState().openPhoto(photoId)
}
