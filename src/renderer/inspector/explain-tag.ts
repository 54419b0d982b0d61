import type { PhotoTag } from '../../contract/photos.ts'

/**
 * Why a photo carries a tag, in plain words. Probabilities are calibrated, so "about 92 of 100 such tags are right" is
 * what they mean and no more is claimed.
 */
export function explainTag(tag: Pick<PhotoTag, 'name' | 'saidBy' | 'band' | 'probability'>): string {
  if (tag.saidBy === 'you') return 'You said so. Winnow never changes that.'
  const right = Math.min(99, Math.max(1, Math.round(tag.probability * 100)))
  return tag.band === 'sure'
    ? `Winnow thinks so from how the photo looks. Of 100 tags it is this sure of, about ${right} are right.`
    : `Winnow is not sure. Of 100 guesses like this about ${right} are right. Your yes or no settles it.`
}
