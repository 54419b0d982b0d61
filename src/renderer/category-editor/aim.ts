import { useState } from 'react'
import type { Band } from '../../contract/primitives.ts'

/** What the person is about to hit, so that it does not move away under them. Kept outside of React: it renders nothing. */
export interface Aim {
  /** The pointer moved just now, over this band; null: it left. */
  readonly point: (band: Band | null) => void
  /** The keyboard is on a photo of this band; null: elsewhere. */
  readonly focus: (band: Band | null) => void
  readonly drag: (dragging: boolean) => void
  /** Something is about to be hit: nothing may change now. */
  readonly isOn: () => boolean
  /** Where the person is at work: nothing there may change places for no reason. */
  readonly worksIn: () => Band | null
}

/** A pointer that has rested so long is not on its way to anything. */
const restMs = 350

export function useAim(): Aim {
  return useState(createAim)[0]
}

function createAim(): Aim {
  let movedAtMs = -restMs
  let pointed: Band | null = null
  let focused: Band | null = null
  let dragging = false
  return {
    point: (band) => {
      pointed = band
      movedAtMs = band === null ? -restMs : performance.now()
    },
    focus: (band) => {
      focused = band
    },
    drag: (now) => {
      dragging = now
    },
    isOn: () => dragging || performance.now() - movedAtMs < restMs,
    worksIn: () => focused ?? pointed,
  }
}
