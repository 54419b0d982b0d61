import { type KeyboardEvent, useEffect, useState } from 'react'

interface ActiveOption {
  /** -1 for none. */
  readonly activeIndex: number
  readonly setActiveIndex: (index: number) => void
  /** Walks with the arrow keys; whether the key was one. */
  readonly walk: (event: KeyboardEvent) => boolean
  readonly optionId: (index: number) => string
}

/**
 * The option a text field points at with `aria-activedescendant` while the focus stays in the field. Arrow keys walk
 * from end to end and keep it in sight.
 */
export function useActiveOption(listId: string, count: number, first: number): ActiveOption {
  const [index, setActiveIndex] = useState(first)
  // The list may have become shorter under it.
  const activeIndex = Math.min(index, count - 1)
  useEffect(() => {
    document.getElementById(`${listId}-${activeIndex}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, activeIndex])
  return {
    activeIndex,
    setActiveIndex,
    optionId: (option) => `${listId}-${option}`,
    walk: (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step === undefined || count === 0) return false
      event.preventDefault()
      setActiveIndex(activeIndex === -1 ? (step === 1 ? 0 : count - 1) : (activeIndex + step + count) % count)
      return true
    },
  }
}
