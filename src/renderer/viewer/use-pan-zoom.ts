import { useEffect, useEffectEvent, useState } from 'react'
import { fitted, kept, type PanZoom, type Size, zoomedAt } from '../../core/layout/pan-zoom.ts'

/** A place in the window. */
interface ClientPoint {
  readonly x: number
  readonly y: number
}

interface PanZoomControl {
  readonly view: PanZoom
  /** Larger than it fits: dragging moves it. */
  readonly zoomed: boolean
  /** Multiplies the scale, around a point of the window or the middle. */
  readonly zoomBy: (factor: number, client?: ClientPoint) => void
  /** Between all of it and 100 % (one pixel of the picture a pixel of the screen), around the pointer. */
  readonly toggle: (client?: ClientPoint) => void
}

const wheelStep = 0.0018
/** A trackpad sends pinches as wheel turns with Ctrl, in small amounts. */
const pinchStep = 0.012
/** Where the picture fits at (nearly) its own pixels already, 100 % would change nothing; then it doubles. */
const leastGain = 1.1

/** Zooming and panning a picture in a stage by wheel, pinch, drag and double click. Starts fitted, also for a new `picture`. */
export function usePanZoom(stage: HTMLElement | null, stageSize: Size, picture: Size): PanZoomControl {
  // Null: fitted, whatever becomes of the stage.
  const [chosen, setChosen] = useState<PanZoom | null>(null)
  const whole = fitted(picture, stageSize)
  const view = chosen === null ? whole : kept(chosen, picture, stageSize)

  const fromMiddle = (client: ClientPoint | undefined): { readonly xPx: number; readonly yPx: number } => {
    const box = stage?.getBoundingClientRect()
    if (client === undefined || box === undefined) return { xPx: 0, yPx: 0 }
    return { xPx: client.x - box.left - box.width / 2, yPx: client.y - box.top - box.height / 2 }
  }
  const zoomBy = (factor: number, client?: ClientPoint): void => {
    const point = fromMiddle(client)
    setChosen((before) => {
      const from = before ?? whole
      const next = zoomedAt(from, from.scale * factor, point, picture, stageSize)
      return next.scale <= whole.scale ? null : next
    })
  }
  const toggle = (client?: ClientPoint): void => {
    const toPixels = 1 / (window.devicePixelRatio * whole.scale)
    if (chosen !== null) setChosen(null)
    else zoomBy(toPixels < leastGain ? 2 : toPixels, client)
  }
  const panBy = (dx: number, dy: number): void => {
    setChosen((before) => before && kept({ ...before, xPx: before.xPx + dx, yPx: before.yPx + dy }, picture, stageSize))
  }

  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault()
    zoomBy(Math.exp(-event.deltaY * (event.ctrlKey ? pinchStep : wheelStep)), { x: event.clientX, y: event.clientY })
  })
  const onPan = useEffectEvent(panBy)
  const onPinch = useEffectEvent(zoomBy)
  const onDouble = useEffectEvent((event: MouseEvent) => toggle({ x: event.clientX, y: event.clientY }))

  useEffect(() => {
    if (stage === null) return
    const pointers = new Map<number, ClientPoint>()
    const down = (event: PointerEvent): void => {
      if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button') !== null)) return
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
      stage.setPointerCapture(event.pointerId)
    }
    const move = (event: PointerEvent): void => {
      const before = pointers.get(event.pointerId)
      if (before === undefined) return
      const now = { x: event.clientX, y: event.clientY }
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
      pointers.set(event.pointerId, now)
      if (other === undefined) onPan(now.x - before.x, now.y - before.y)
      else onPinch(distance(now, other) / Math.max(1, distance(before, other)), middle(now, other))
    }
    const up = (event: PointerEvent): void => {
      pointers.delete(event.pointerId)
    }
    const wheel = (event: WheelEvent): void => onWheel(event)
    const double = (event: MouseEvent): void => onDouble(event)
    // Not passive: the page must not scroll or zoom along.
    stage.addEventListener('wheel', wheel, { passive: false })
    stage.addEventListener('pointerdown', down)
    stage.addEventListener('pointermove', move)
    stage.addEventListener('pointerup', up)
    stage.addEventListener('pointercancel', up)
    stage.addEventListener('dblclick', double)
    return () => {
      stage.removeEventListener('wheel', wheel)
      stage.removeEventListener('pointerdown', down)
      stage.removeEventListener('pointermove', move)
      stage.removeEventListener('pointerup', up)
      stage.removeEventListener('pointercancel', up)
      stage.removeEventListener('dblclick', double)
    }
  }, [stage])

  return { view, zoomed: chosen !== null, zoomBy, toggle }
}

function distance(a: ClientPoint, b: ClientPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function middle(a: ClientPoint, b: ClientPoint): ClientPoint {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
