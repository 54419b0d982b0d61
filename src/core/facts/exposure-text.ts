/** What a camera wrote; null where it did not, or wrote nonsense. */
export interface Exposure {
  readonly seconds: number | null
  readonly fNumber: number | null
  readonly iso: number | null
  readonly focalLengthMm: number | null
}

/** "1/250 s · f/2.8 · ISO 200 · 35 mm"; null when nothing of it is known or plausible. */
export function exposureText({ seconds, fNumber, iso, focalLengthMm }: Exposure): string | null {
  const parts = [
    isWithin(seconds, 1e-6, 86_400) ? `${shutterText(seconds)} s` : '',
    isWithin(fNumber, 0.5, 200) ? `f/${shortNumber(fNumber)}` : '',
    isWithin(iso, 1, 10_000_000) ? `ISO ${Math.round(iso)}` : '',
    isWithin(focalLengthMm, 0.1, 20_000) ? `${shortNumber(focalLengthMm)} mm` : '',
  ]
  return parts.filter((part) => part !== '').join(' · ') || null
}

/** Photographers say 1/250 below a third of a second, and 0.4 above. */
function shutterText(seconds: number): string {
  return seconds < 0.3 ? `1/${Math.round(1 / seconds)}` : shortNumber(seconds)
}

function shortNumber(value: number): string {
  return String(Number(value.toFixed(1)))
}

function isWithin(value: number | null, least: number, most: number): value is number {
  return value !== null && value >= least && value <= most
}
