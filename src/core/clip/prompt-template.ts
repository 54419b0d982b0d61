/** A sentence with `{}` where the words go. */
export type PromptTemplate = string

/**
 * Prompts that suit any photo. An average over several wordings is steadier than one (Radford et al. 2021, §3.1.4). The
 * starter's card was measured with these seven; a model that brings its own uses those.
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
 * The prompts of one phrase: each template filled in. A leading "a", "the" or "my" gives way to the template's own, and words
 * that already are a sentence ("Two people laugh at a table.", "a picture of the sea") are used as they are.
 */
export function fillTemplates(templates: readonly PromptTemplate[], words: string): readonly string[] {
  const phrase = words.trim().replace(/\s+/g, ' ')
  if (isSentence(phrase)) return [phrase]
  const bare = phrase.replace(/^(an?|the|some|my|our)\s+(?=\S)/i, '')
  return templates.map((template) => template.split('{}').join(template === '{}' ? phrase : bare))
}

/** Ends like a sentence, or says itself what kind of picture it is. */
function isSentence(words: string): boolean {
  return /[.!?]$/.test(words) || /\b(photo|photograph|picture|image) of\b/i.test(words)
}
