import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import type { Band, Verdict } from '../../contract/primitives.ts'
import { useMenuPhoto } from '../gallery/use-menu-photo.ts'
import { useSelection } from '../state/selection-store.ts'
import type { Aim } from './aim.ts'
import { isBand } from './bands.ts'
import { scrollerOf } from './use-content-view.ts'

/** Less is a click with an unsteady hand. */
const slackPx = 5
/** As near to an edge the content scrolls along. The headings that stay there are for dropping on. */
const edgePx = 24
const fastestPxPerFrame = 18
/** Height of what hangs on the pointer, as in the style sheet. */
const ghostPx = 108

export interface BandDrag {
  readonly photoIds: readonly number[]
  /** The band under the pointer, if letting go there would be an answer. */
  readonly over: Band | null
}

interface BandPointerInput {
  readonly content: HTMLElement | null
  /** What follows the pointer while photos are dragged. */
  readonly ghost: RefObject<HTMLElement | null>
  readonly aim: Aim
  readonly bandOfPhoto: (photoId: number) => Band | null
  readonly onClick: (photoId: number, event: MouseEvent) => void
  readonly onAnswer: (photoIds: readonly number[], verdict: Verdict) => void
}

interface Press {
  readonly pointerId: number
  readonly photoId: number
  readonly fromX: number
  readonly fromY: number
  clientX: number
  clientY: number
}

const verdictOfBand: Readonly<Record<Band, Verdict>> = { sure: 'yes', unsure: 'undecided', not: 'no' }

/**
 * The pointer among the bands: a click selects or answers, dragging one photo or all that are selected into another band
 * answers them. Esc lets go of them where they were. Touch scrolls instead. Returns what is being dragged.
 */
export function useBandPointer(input: BandPointerInput): BandDrag | null {
  const { content, ghost, aim } = input
  const [drag, setDrag] = useState<BandDrag | null>(null)
  useMenuPhoto(content)

  const onClick = useEffectEvent((event: MouseEvent) => {
    const element = event.target instanceof Element ? event.target : null
    const photoId = photoOf(element)
    if (photoId === null) return
    const say = element?.closest('[data-say]')?.getAttribute('data-say')
    if (say === 'yes' || say === 'no') input.onAnswer([photoId], say)
    else input.onClick(photoId, event)
  })
  const begin = useEffectEvent((photoId: number): BandDrag => {
    const { selected } = useSelection.getState()
    return { photoIds: selected.has(photoId) ? [...selected] : [photoId], over: null }
  })
  /** The band a drop would answer for: not the one that all of them are in already. */
  const target = useEffectEvent((photoIds: readonly number[], x: number, y: number): Band | null => {
    const band = bandOf(document.elementFromPoint(x, y))
    return band !== null && photoIds.some((photoId) => input.bandOfPhoto(photoId) !== band) ? band : null
  })
  const drop = useEffectEvent(({ photoIds, over }: BandDrag) => {
    if (over === null) return
    useSelection.getState().clear()
    input.onAnswer(photoIds, verdictOfBand[over])
  })

  useEffect(() => {
    if (content === null) return
    let press: Press | null = null
    let current: BandDrag | null = null
    let frame = 0

    const show = (next: BandDrag | null): void => {
      current = next
      setDrag(next)
    }
    const follow = (): void => {
      if (press === null || current === null) return
      const scroller = scrollerOf(content)
      const { top, bottom } = scroller.getBoundingClientRect()
      const beyond = Math.max(0, press.clientY - bottom + edgePx) - Math.max(0, top + edgePx - press.clientY)
      if (beyond !== 0) scroller.scrollBy(0, Math.max(-1, Math.min(1, beyond / edgePx)) * fastestPxPerFrame)
      if (ghost.current !== null) {
        // Below the pointer, or above it where it would leave the window.
        const upPx = press.clientY > window.innerHeight - ghostPx ? ghostPx : 0
        ghost.current.style.translate = `${press.clientX}px ${press.clientY - upPx}px`
      }
      const over = target(current.photoIds, press.clientX, press.clientY)
      if (over !== current.over) show({ ...current, over })
      frame = requestAnimationFrame(follow)
    }
    const end = (dropped: boolean): void => {
      cancelAnimationFrame(frame)
      aim.drag(false)
      if (current !== null) {
        // The click that ends a drag is none on the photo under it.
        content.addEventListener('click', swallow, { capture: true, once: true })
        setTimeout(() => content.removeEventListener('click', swallow, { capture: true }))
        if (dropped) drop(current)
        show(null)
      }
      press = null
    }
    const onDown = (event: PointerEvent): void => {
      const element = event.target instanceof Element ? event.target : null
      const photoId = photoOf(element)
      if (event.button !== 0 || event.pointerType === 'touch' || photoId === null) return
      if (element?.closest('[data-say]') instanceof Element) return
      const { pointerId, clientX, clientY } = event
      press = { pointerId, photoId, fromX: clientX, fromY: clientY, clientX, clientY }
    }
    const onMove = (event: PointerEvent): void => {
      aim.point(bandOf(event.target instanceof Element ? event.target : null))
      if (press === null || event.pointerId !== press.pointerId) return
      press.clientX = event.clientX
      press.clientY = event.clientY
      if (current !== null || Math.hypot(event.clientX - press.fromX, event.clientY - press.fromY) < slackPx) return
      content.setPointerCapture(event.pointerId)
      aim.drag(true)
      show(begin(press.photoId))
      frame = requestAnimationFrame(follow)
    }
    const onLeave = (): void => aim.point(null)
    const onUp = (): void => end(true)
    const onCancel = (): void => end(false)
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || current === null) return
      event.stopPropagation()
      event.preventDefault()
      end(false)
    }
    const onContentClick = (event: MouseEvent): void => onClick(event)
    content.addEventListener('click', onContentClick)
    content.addEventListener('pointerdown', onDown)
    content.addEventListener('pointermove', onMove)
    content.addEventListener('pointerleave', onLeave)
    content.addEventListener('pointerup', onUp)
    content.addEventListener('pointercancel', onCancel)
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      end(false)
      content.removeEventListener('click', onContentClick)
      content.removeEventListener('pointerdown', onDown)
      content.removeEventListener('pointermove', onMove)
      content.removeEventListener('pointerleave', onLeave)
      content.removeEventListener('pointerup', onUp)
      content.removeEventListener('pointercancel', onCancel)
      window.removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [content, ghost, aim])

  return drag
}

function swallow(event: Event): void {
  event.stopPropagation()
  event.preventDefault()
}

function photoOf(element: Element | null): number | null {
  const photoId = Number(element?.closest('[data-photo]')?.getAttribute('data-photo') ?? 0)
  return photoId > 0 ? photoId : null
}

function bandOf(element: Element | null): Band | null {
  const band = element?.closest('[data-band]')?.getAttribute('data-band') ?? ''
  return isBand(band) ? band : null
}
