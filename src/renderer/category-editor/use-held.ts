import { useEffect, useState } from 'react'

const lookAgainMs = 60

/** The latest value, but for the time that `isHeld`: then the one before it. */
export function useHeld<T>(latest: T, isHeld: () => boolean): T {
  const [shown, setShown] = useState({ value: latest })
  const isLatest = shown.value === latest
  if (!isLatest && !isHeld()) setShown({ value: latest })
  useEffect(() => {
    if (isLatest) return
    const timer = setInterval(() => {
      if (!isHeld()) setShown({ value: latest })
    }, lookAgainMs)
    return () => clearInterval(timer)
  }, [isLatest, latest, isHeld])
  return shown.value
}
