import { useEffect, useRef, useState } from 'react'

const pauseMs = 120
const longestMs = 300

/** The value, once it has stayed the same for a moment; while it goes on changing, now and then. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  const waitingSinceMs = useRef<number | null>(null)
  useEffect(() => {
    if (value === settled) {
      waitingSinceMs.current = null
      return
    }
    const nowMs = performance.now()
    waitingSinceMs.current ??= nowMs
    const waitMs = Math.min(pauseMs, waitingSinceMs.current + longestMs - nowMs)
    const timer = setTimeout(
      () => {
        waitingSinceMs.current = null
        setSettled(value)
      },
      Math.max(0, waitMs),
    )
    return () => clearTimeout(timer)
  }, [value, settled])
  return settled
}
