/** The first photograph was taken in 1826; what claims to be older has a camera whose clock was never set. */
const earliestYear = 1826
const latestYear = 2200

/**
 * "2007:08:15 10:13:13" of EXIF 2.32 (DateTimeOriginal and its like) as milliseconds since 1970 of the camera's own clock,
 * as if it were UTC: EXIF's main date has no zone. Null for zeros, blanks and days that do not exist.
 * @param subSecond the digits after the second, as EXIF keeps them apart ("41" is 410 ms)
 */
export function exifTimeMs(text: string, subSecond?: string): number | null {
  const match = /^\s*(\d{4})[:-](\d{2})[:-](\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(text)
  if (match === null) return null
  const [year, month, day, hour, minute, second] = match.slice(1).map((digits) => Number(digits ?? 0))
  if (year! < earliestYear || year! > latestYear || hour! > 23 || minute! > 59 || second! > 60) return null
  const midnight = new Date(Date.UTC(year!, month! - 1, day))
  // Date rolls 30 February over into March; a date that rolls was none.
  if (midnight.getUTCMonth() !== month! - 1 || midnight.getUTCDate() !== day) return null
  return midnight.getTime() + ((hour! * 60 + minute!) * 60 + second!) * 1000 + milliseconds(subSecond)
}

function milliseconds(subSecond: string | undefined): number {
  const digits = /^\d+/.exec(subSecond ?? '')?.[0] ?? ''
  return Number(digits.slice(0, 3).padEnd(3, '0'))
}
