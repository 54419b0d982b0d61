import { sleep } from '../timing/sleep.ts'
import type { Attention } from './attention.ts'
import type { Pace } from './look-at-photos.ts'
import type { Preparation } from './preparation.ts'

const filesAtOnce = 32
/** While the person is at work: a search waits for no more than these. */
const fewAtOnce = 4
/** And between two requests the machine is theirs. */
const breakMs = 150
const lookAgainMs = 300

/** Preparing a model waits for indexing and gives way to the person. */
export function createPace({
  attention,
  isIndexing,
  isPaused,
  heldBecause,
  preparation,
}: {
  readonly attention: Attention
  readonly isIndexing: () => boolean
  readonly isPaused: () => boolean
  /** Why nothing may go on in the background now; null: it may. */
  readonly heldBecause: () => string | null
  readonly preparation: Preparation
}): Pace {
  return {
    async turn(signal) {
      while (!signal.aborted && (isPaused() || heldBecause() !== null || isIndexing())) {
        if (isPaused()) preparation.set('paused', null)
        else preparation.set('waiting', heldBecause() ?? 'Winnow reads new photos first.')
        await sleep(lookAgainMs, signal)
      }
      if (signal.aborted) return 0
      preparation.set('running', null)
      if (!attention.isWorking()) return filesAtOnce
      await sleep(breakMs, signal)
      return fewAtOnce
    },
    isSlow: () => attention.isWorking(),
  }
}
