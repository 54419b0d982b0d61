/**
 * Colours of category dots: twelve hues of OKLCH at lightness 0.66 and chroma 0.11, so that none is louder than another and
 * each stands out from paper and from black; each is 150° from the one before, so that neighbours differ.
 */
const palette = [
  '#5da56e',
  '#9d82cc',
  '#ac8f38',
  '#4b9bcf',
  '#cd7769',
  '#29a895',
  '#b879b2',
  '#8a9c4a',
  '#788ed6',
  '#c38148',
  '#19a4b7',
  '#c9748f',
] as const

/** The colour of the n-th category, from 0; they come round again. */
export function paletteColour(index: number): string {
  return palette[index % palette.length] ?? palette[0]
}
