import type { PhotoTag } from '../../contract/photos.ts'

interface ArrangedTags {
  /** What the person said, then what Winnow is sure of. */
  readonly shown: readonly PhotoTag[]
  /** What Winnow would ask about. */
  readonly unsure: readonly PhotoTag[]
}

/** A photo's tags in the order they are worth reading: the person's word first, then the surest. */
export function arrangeTags(tags: readonly PhotoTag[]): ArrangedTags {
  const surest = tags.toSorted(
    (a, b) => Number(b.saidBy === 'you') - Number(a.saidBy === 'you') || b.probability - a.probability,
  )
  return {
    shown: surest.filter(({ saidBy, band }) => saidBy === 'you' || band === 'sure'),
    unsure: surest.filter(({ saidBy, band }) => saidBy !== 'you' && band === 'unsure'),
  }
}
