import { basename } from 'node:path'
import { WinnowError } from '../contract/error.ts'

/** A model folder that can't be used; `what` names the file. */
export function modelMissing(modelDir: string, what: string): WinnowError {
  return new WinnowError(
    'model-missing',
    `The model “${basename(modelDir)}” can’t be used: ${what}. Install Winnow or the model again.`,
  )
}
