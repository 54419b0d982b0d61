import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vocabularySchema } from '../../core/vocabulary/vocabulary-schema.ts'
import type { Vocabulary } from '../../core/vocabulary/vocabulary-schema.ts'
import { WinnowError } from '../../contract/error.ts'

/**
 * The built-in categories that come with Winnow.
 * @throws WinnowError `model-missing` when the file is not there or not understood
 */
export function readVocabulary(modelsDir: string): Vocabulary {
  const file = join(modelsDir, 'vocabulary', 'vocabulary.json')
  try {
    return vocabularySchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new WinnowError(
      'model-missing',
      `The built-in categories in ${file} can’t be read: ${reason}. Install Winnow again.`,
    )
  }
}
