import { useState } from 'react'
import type { Aim } from './aim.ts'
import { type Bands, inOrderOf } from './bands.ts'

/**
 * The bands, but the one the person is at work in keeps its order while the question stays the same: learning from every
 * answer would shuffle what they are about to look at.
 */
export function useCalmBands(bands: Bands, questionKey: string, aim: Aim): Bands {
  const [shown, setShown] = useState({ given: bands, questionKey, bands })
  if (shown.given === bands && shown.questionKey === questionKey) return shown.bands
  const band = shown.questionKey === questionKey ? aim.worksIn() : null
  const calm = band === null ? bands : { ...bands, [band]: inOrderOf(shown.bands[band], bands[band]) }
  setShown({ given: bands, questionKey, bands: calm })
  return calm
}
