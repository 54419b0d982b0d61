/** A sentence with `{}` where the words go. */
export type PromptTemplate = string

/**
 * For a model that brings none of its own: CLIP's first template and the seven that its authors found to do best together
 * (Radford et al. 2021, notebook "Prompt Engineering for ImageNet"), of which these work for any photo.
 */
export const defaultPromptTemplates: readonly PromptTemplate[] = [
  'a photo of a {}.',
  'a photo of the {}.',
  'a picture of a {}.',
  '{}',
  'a close-up photo of a {}.',
  'a photo of many {}.',
  'a good photo of the {}.',
]

/**
 * The prompts of one phrase: each template filled in. Words that already are a sentence about a photo ("two people at a
 * table, laughing") are used as they are, since "a photo of a two people …" is no English; see `isSentence`.
 */
export function fillTemplates(templates: readonly PromptTemplate[], words: string): readonly string[] {
  const phrase = words.trim().replace(/\s+/g, ' ')
  if (isSentence(phrase)) return [phrase]
  return templates.map((template) => template.replaceAll('{}', phrase))
}

/** Ends like a sentence, or says itself what kind of picture it is. */
export function isSentence(words: string): boolean {
  return /[.!?]$/.test(words) || /\b(photo|photograph|picture|image) of\b/i.test(words)
}
