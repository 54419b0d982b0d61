import type { ModelView } from '../../contract/models.ts'

const number = new Intl.NumberFormat('en')

/** Closer than this nobody notices which is faster. */
const muchTheSame = 1.15

/** Photos a second on this machine: as measured, else as expected; null where neither is known. */
export function speedOf({ speed }: Pick<ModelView, 'speed'>): number | null {
  return speed.measured ?? speed.expected
}

/** "21 photos/s", "0.8 photos/s". */
export function photosPerSecondWords(photosPerSecond: number): string {
  const shown = photosPerSecond < 9.95 ? Math.round(photosPerSecond * 10) / 10 : Math.round(photosPerSecond)
  return `${number.format(shown)} photos/s`
}

/** "about 7 min", "about 2 h", "about 3 days", "less than a minute". @param seconds how long something takes */
export function durationWords(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 1) return 'less than a minute'
  if (minutes < 55) return `about ${minutes} min`
  const hours = Math.round(seconds / 1800) / 2
  if (hours < 10) return `about ${number.format(hours)} h`
  if (hours < 48) return `about ${Math.round(seconds / 3600)} h`
  return `about ${Math.round(hours / 24)} days`
}

/** "3 times slower", "1.5 times faster", "as fast": one speed beside that of the model in use, both in photos a second. */
export function comparisonWords(photosPerSecond: number, present: number): string {
  const ratio = photosPerSecond / present
  const times = ratio >= 1 ? ratio : 1 / ratio
  if (times < muchTheSame) return 'as fast'
  const shown = times < 3.95 ? Math.round(times * 10) / 10 : Math.round(times)
  return `${number.format(shown)} times ${ratio > 1 ? 'faster' : 'slower'}`
}

/**
 * "About 3 times slower: 21 photos/s, about 2 h for your 154,000 photos". Only what is known is said; null where nothing is.
 *
 * @param present photos a second of the model in use
 * @param photoCount in the library
 */
export function expectedSpeedWords(
  model: Pick<ModelView, 'speed'>,
  present: number | null,
  photoCount: number,
): string | null {
  const photosPerSecond = speedOf(model)
  if (photosPerSecond === null) return null
  const about = model.speed.measured === null ? 'about ' : ''
  const compared = present === null ? about : `${about}${comparisonWords(photosPerSecond, present)}: `
  const long = photoCount === 0 ? '' : `, ${durationWords(photoCount / photosPerSecond)} for ${yourPhotos(photoCount)}`
  const words = `${compared}${photosPerSecondWords(photosPerSecond)}${long}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "your 154,000 photos". */
export function yourPhotos(count: number): string {
  return count === 1 ? 'your 1 photo' : `your ${number.format(count)} photos`
}

/** "12,345" */
export function countWords(count: number): string {
  return number.format(count)
}
