/** Whole pixels, both at least 1. */
export interface Size {
  readonly widthPx: number
  readonly heightPx: number
}
