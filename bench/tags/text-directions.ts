import { defaultPromptTemplates, fillTemplates } from '../../src/core/clip/prompt-template.ts'
import { zeroShotDirection } from '../../src/core/clip/zero-shot-direction.ts'
import { rowOf } from '../../src/core/vector/vector-matrix.ts'
import { embedTexts } from '../photo-embeddings.ts'

/** The unit direction of each phrase, all of its prompts averaged, in the order given. */
export async function textDirections(phrases: readonly string[]): Promise<readonly Float32Array[]> {
  const prompts = phrases.map((phrase) => fillTemplates(defaultPromptTemplates, phrase))
  const embedded = await embedTexts(prompts.flat())
  let row = 0
  return prompts.map((filled) => zeroShotDirection(filled.map(() => rowOf(embedded, row++))))
}
