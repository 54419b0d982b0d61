import { useEffect, useState } from 'react'
import type { Size } from '../../core/layout/pan-zoom.ts'

/** The size of an element, kept up to date; null until it is known. */
export function useSize(element: HTMLElement | null): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useEffect(() => {
    if (element === null) return
    const resizes = new ResizeObserver(() => setSize({ widthPx: element.clientWidth, heightPx: element.clientHeight }))
    resizes.observe(element)
    return () => resizes.disconnect()
  }, [element])
  return size
}
