import { availableParallelism } from 'node:os'
import type { LibraryContext } from '../context.ts'
import type { EncoderChoice } from './encoder-choice.ts'

/** Chooses by what is stored of tests and wishes. */
export function createEncoderChoice(
  _context: Pick<LibraryContext, 'surroundings' | 'store' | 'events'>,
): EncoderChoice {
  const onProcessor = { provider: 'cpu', threads: availableParallelism(), batchSize: 4 } as const
  return { settingsFor: () => onProcessor, failed: () => onProcessor }
}
