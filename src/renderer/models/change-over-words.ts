import type { ModelView } from '../../contract/models.ts'
import { durationWords, speedOf, yourPhotos } from './speed-words.ts'

/**
 * What happens when a person presses "Use this model", said before they do.
 *
 * @param photoCount what the model in use has looked at
 */
export function changeOverWords(model: Pick<ModelView, 'lookedAt' | 'speed'>, photoCount: number): string {
  const left = photoCount - model.lookedAt.photos
  if (left <= 0) return 'Changes over at once. Nothing is lost, and you can go back at any time.'
  const photosPerSecond = speedOf(model)
  const long = photosPerSecond === null ? '' : `, ${durationWords(left / photosPerSecond)}`
  const some = model.lookedAt.photos > 0
  const photos = some ? `${yourPhotos(left)} that it has not seen` : yourPhotos(left)
  return `Looks at ${photos} in the background${long}. Nothing is lost, and going back is at once.`
}
