import type { TextInput } from './manifest.ts'

/** Python's `string.punctuation`, but for the underscore, which becomes a space. */
const punctuation = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^`{|}~]/g

/**
 * What a model's authors do to a text before the tokenizer sees it. `canonicalize` is SigLIP's and open_clip's
 * (`canonicalize_text` in big_vision's evaluators/proj/image_text/prompt_engineering.py): underscores to spaces, no ASCII
 * punctuation, lower case, single spaces.
 */
export function cleanText(text: string, clean: TextInput['clean']): string {
  if (clean === 'none') return text
  if (clean === 'lowercase') return text.toLowerCase()
  return text.replaceAll('_', ' ').replace(punctuation, '').toLowerCase().replace(/\s+/g, ' ').trim()
}
