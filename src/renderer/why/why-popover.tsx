import { Popover } from 'radix-ui'
import { type ReactNode, useMemo } from 'react'
import { sentenceOf } from '../connection/attempt.ts'
import { useLibrary } from '../connection/library.tsx'
import { ColourDot } from '../controls/colour-dot.tsx'
import { useReview } from '../review/review-store.ts'
import { useCommands } from '../state/commands.ts'
import { categoryOf } from '../state/current-category.ts'
import { targetIds, useSelection } from '../state/selection-store.ts'
import { useView } from '../state/view-store.ts'
import { tileOf } from '../viewer/flight.ts'
import styles from './why-popover.module.css'
import { useWhy } from './why-store.ts'
import { WhyView } from './why-view.tsx'

/** Why a photo has a tag, beside what was asked about: one for the whole window. Esc or a click elsewhere closes it. */
export function WhyPopover(): ReactNode {
  const asked = useWhy((why) => why.asked)
  const close = useWhy((why) => why.close)
  const reviewing = useReview((review) => review.asked !== null)
  useCommands({ why: { available: () => photoToExplain() !== null, run: explainPhoto } })
  const anchor = useMemo(() => ({ current: asked?.anchor ?? null }), [asked])
  if (asked === null) return null
  const { photoId, categoryId } = asked
  // Beside a photo on black it is dark too.
  const theme = asked.anchor.closest<HTMLElement>('[data-theme]')?.dataset['theme']
  return (
    <Popover.Root
      open
      onOpenChange={(open) => {
        if (!open) close()
      }}
    >
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          className={styles.popover}
          aria-label="Why"
          data-theme={theme}
          // In the review the answer is for this very photo; elsewhere letters may mean another category.
          data-keys={reviewing ? 'review' : 'panel'}
          side={asked.side}
          align="start"
          sideOffset={6}
          collisionPadding={8}
          onOpenAutoFocus={(event) => {
            // The first thing that takes focus may be a picture far down.
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.querySelector('h2')?.focus()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            useWhy.getState().giveFocusBack()
          }}
        >
          <WhyAnswer key={`${photoId}:${categoryId}`} photoId={photoId} categoryId={categoryId} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function WhyAnswer({ photoId, categoryId }: { readonly photoId: number; readonly categoryId: number }): ReactNode {
  const { data, error, isPlaceholderData } = useLibrary('photos.why', { photoId, categoryId })
  const category = useLibrary('categories.list', { includeHidden: true }).data?.categories.find(
    (candidate) => candidate.categoryId === categoryId,
  )
  const name = category?.name ?? 'this category'
  return (
    <div className={styles.answer}>
      <h2 className={styles.title} tabIndex={-1}>
        {category !== undefined && <ColourDot colour={category.colour} />}
        Why {name}?
      </h2>
      {data === undefined || isPlaceholderData ? (
        <p className={styles.waiting} role="status">
          {error === null ? 'Looking…' : sentenceOf(error)}
        </p>
      ) : (
        <WhyView why={data} name={name} />
      )}
    </div>
  )
}

/** The one photo that is chosen or has the keyboard, in a category; null elsewhere. */
function photoToExplain(): { readonly photoId: number; readonly categoryId: number } | null {
  const { openPhotoId, place, narrowing } = useView.getState()
  const categoryId = categoryOf(place, narrowing)
  const [photoId, ...more] = openPhotoId === null ? targetIds(useSelection.getState()) : [openPhotoId]
  return categoryId === null || photoId === undefined || more.length > 0 ? null : { photoId, categoryId }
}

function explainPhoto(): void {
  const photo = photoToExplain()
  if (photo === null) return
  const inViewer = document.querySelector<HTMLElement>('[role="dialog"] [data-why]')
  const anchor = inViewer ?? tileOf(photo.photoId)
  if (anchor === null) return
  const side = inViewer === null ? 'right' : 'bottom'
  // A menu that this was chosen from gives the keyboard back first.
  requestAnimationFrame(() => useWhy.getState().open({ ...photo, anchor, side }))
}
