import { cleanText } from './clean-text.ts'
import { exifTimeMs } from './exif-time.ts'
import { exposureText } from './exposure-text.ts'

export interface ExifFacts {
  /** The camera's wall clock as if UTC. */
  readonly takenAtMs: number | null
  readonly camera: string | null
  readonly lens: string | null
  readonly exposure: string | null
  /** Decimal degrees, north and east positive; both or neither. */
  readonly latitude: number | null
  readonly longitude: number | null
}

/** The tags that are looked at, by the names of the EXIF standard. */
export const exifTagNames = [
  'DateTimeOriginal',
  'SubSecTimeOriginal',
  'DateTimeDigitized',
  'DateTime',
  'Make',
  'Model',
  'LensModel',
  'ExposureTime',
  'FNumber',
  'ISOSpeedRatings',
  'FocalLength',
  'GPSLatitude',
  'GPSLatitudeRef',
  'GPSLongitude',
  'GPSLongitudeRef',
] as const
export type ExifTagName = (typeof exifTagNames)[number]

/** Values as they stand in the file: text, numbers, rationals as [numerator, denominator], or lists of these. Hostile ones included. */
export type ExifValues = Readonly<Partial<Record<ExifTagName, unknown>>>

export const noExifFacts: ExifFacts = {
  takenAtMs: null,
  camera: null,
  lens: null,
  exposure: null,
  latitude: null,
  longitude: null,
}

const nameLength = 80

/** What a person may want to know, out of whatever a file claims. Each claim that makes no sense is null; it never throws. */
export function exifFacts(values: ExifValues): ExifFacts {
  return {
    takenAtMs:
      timeOf(values.DateTimeOriginal, values.SubSecTimeOriginal) ??
      timeOf(values.DateTimeDigitized) ??
      timeOf(values.DateTime),
    camera: cameraName(nameOf(values.Make), nameOf(values.Model)),
    lens: nameOf(values.LensModel),
    exposure: exposureText({
      seconds: numberOf(values.ExposureTime),
      fNumber: numberOf(values.FNumber),
      iso: numberOf(values.ISOSpeedRatings),
      focalLengthMm: numberOf(values.FocalLength),
    }),
    ...position(values),
  }
}

function timeOf(value: unknown, subSecond?: unknown): number | null {
  return exifTimeMs(textOf(value) ?? '', textOf(subSecond) ?? undefined)
}

/** Most cameras repeat their maker in the model: "Canon" and "Canon EOS 30D". */
function cameraName(make: string | null, model: string | null): string | null {
  if (make === null || model === null) return model ?? make
  return model.toLowerCase().startsWith(make.toLowerCase()) ? model : cleanText(`${make} ${model}`, nameLength)
}

function position(values: ExifValues): Pick<ExifFacts, 'latitude' | 'longitude'> {
  const latitude = degreesOf(values.GPSLatitude, values.GPSLatitudeRef, 'S', 90)
  const longitude = degreesOf(values.GPSLongitude, values.GPSLongitudeRef, 'W', 180)
  // Exactly 0, 0 lies in the sea off Africa: it is what a receiver without a signal writes.
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) {
    return { latitude: null, longitude: null }
  }
  return { latitude, longitude }
}

/** Degrees, minutes, seconds and a letter to a decimal number, to 7 places (a centimetre). */
function degreesOf(value: unknown, reference: unknown, negativeLetter: string, most: number): number | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > 3) return null
  const [degrees, minutes = 0, seconds = 0] = value.map((part) => numberOf(part))
  if (typeof degrees !== 'number' || minutes === null || seconds === null) return null
  const size = degrees + minutes / 60 + seconds / 3600
  if (!(size >= 0 && size <= most)) return null
  const isNegative = textOf(reference)?.trim().toUpperCase().startsWith(negativeLetter) === true
  return Number((isNegative ? -size : size).toFixed(7)) + 0
}

function nameOf(value: unknown): string | null {
  const text = textOf(value)
  return text === null ? null : cleanText(text, nameLength)
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value.join('') : null
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (!Array.isArray(value)) return null
  if (value.length === 1) return Array.isArray(value[0]) && value[0].length !== 2 ? null : numberOf(value[0])
  const [numerator, denominator]: readonly unknown[] = value
  if (value.length !== 2 || typeof numerator !== 'number' || typeof denominator !== 'number') return null
  const quotient = numerator / denominator
  return Number.isFinite(quotient) ? quotient : null
}
