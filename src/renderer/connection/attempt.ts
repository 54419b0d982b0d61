import { WinnowError } from '../../contract/error.ts'
import { useNotice } from '../state/notice-store.ts'

/** The sentence for a failure; `cancelled` has none, because the person wanted it. */
export function sentenceOf(error: unknown): string | null {
  if (error instanceof WinnowError) return error.code === 'cancelled' ? null : error.message
  return 'Something went wrong in this window. Load it again to go on.'
}

/**
 * Waits for a change and tells the person how it went: `done` makes the words for the notice (with Undo), a failure is
 * shown as its sentence. Resolves with the answer, or undefined where it failed.
 */
export async function attempt<T>(change: Promise<T>, done?: (answer: T) => string | null): Promise<T | undefined> {
  try {
    const answer = await change
    const words = done?.(answer) ?? null
    if (words !== null) useNotice.getState().say(words, { undoable: true })
    return answer
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence !== null) useNotice.getState().complain(sentence)
    return undefined
  }
}
