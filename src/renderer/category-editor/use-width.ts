import { type RefCallback, useCallback, useState } from 'react'

/** The width of an element in whole pixels, followed as it changes. */
export function useWidth(): { readonly ref: RefCallback<HTMLElement>; readonly widthPx: number } {
  const [widthPx, setWidthPx] = useState(800)
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    setWidthPx(Math.max(1, Math.floor(element.clientWidth)))
    const observer = new ResizeObserver(() => setWidthPx(Math.max(1, Math.floor(element.clientWidth))))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, widthPx }
}
