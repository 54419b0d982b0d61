import type { Finding, WorkingFinding } from './finding.ts'
import type { ProviderName } from './provider-name.ts'

/** What is known of one provider; null: not tested, with this model and driver. */
export interface Known {
  readonly name: ProviderName
  readonly finding: Finding | null
}

/** Why it was chosen: why-sentence.ts says it in words. */
export type Reason = 'wished' | 'wished-but-untested' | 'wished-but-unfit' | 'fastest' | 'only-one' | 'untested'

export interface Chosen {
  readonly name: ProviderName
  readonly reason: Reason
}

/** Two measurements of the same thing differ by a few in a hundred; a switch has to be worth it. */
const margin = 1.1

/**
 * The fastest provider whose results are right; the processor wherever that is not known, as it can always be used.
 * @param wish of the person; heeded when that provider is known to work
 * @param current what was chosen the last time: another has to be faster by a tenth. Null: the processor
 */
export function chooseProvider(
  known: readonly Known[],
  wish: ProviderName | null,
  current: ProviderName | null,
): Chosen {
  if (wish === 'cpu') return { name: 'cpu', reason: 'wished' }
  if (wish !== null) {
    const finding = known.find(({ name }) => name === wish)?.finding ?? null
    if (finding?.kind === 'works') return { name: wish, reason: 'wished' }
    return { name: 'cpu', reason: finding === null ? 'wished-but-untested' : 'wished-but-unfit' }
  }
  const working = known.flatMap(({ name, finding }) => (finding?.kind === 'works' ? [{ name, finding }] : []))
  const others = known.filter(({ name }) => name !== 'cpu')
  if (others.length > 0 && others.every(({ finding }) => finding === null)) return { name: 'cpu', reason: 'untested' }
  const processor = working.find(({ name }) => name === 'cpu')
  if (processor === undefined || working.length === 1) return { name: 'cpu', reason: 'only-one' }
  const holder = working.find(({ name }) => name === current) ?? processor
  const best = working.reduce(faster)
  return { name: speed(best) > speed(holder) * margin ? best.name : holder.name, reason: 'fastest' }
}

type Working = { readonly name: ProviderName; readonly finding: WorkingFinding }

function faster(a: Working, b: Working): Working {
  return speed(b) > speed(a) ? b : a
}

function speed({ finding }: Working): number {
  return finding.photosPerSecond
}
