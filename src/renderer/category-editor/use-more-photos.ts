import { useCallback, useState } from 'react'

/** Photos of each band, more with each time its end comes near. The last is the most the library gives. */
const steps = [200, 600, 2000] as const

interface MorePhotos {
  readonly limit: number
  /** There are no more to be had here. */
  readonly atMost: boolean
  readonly showMore: () => void
}

export function useMorePhotos(questionKey: string): MorePhotos {
  const [shown, setShown] = useState({ questionKey, step: 0 })
  // Other words begin with few again: they should come at once.
  const step = shown.questionKey === questionKey ? shown.step : 0
  const showMore = useCallback(() => {
    setShown((before) => ({
      questionKey,
      step: before.questionKey === questionKey ? Math.min(steps.length - 1, before.step + 1) : 1,
    }))
  }, [questionKey])
  return { limit: steps[step] ?? steps[0], atMost: step === steps.length - 1, showMore }
}
