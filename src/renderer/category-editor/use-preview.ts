import { useMemo } from 'react'
import type { CategoryDraft, CategoryPreview, PrecisionEstimate } from '../../contract/categories.ts'
import { useLibrary } from '../connection/library.tsx'
import { type Bands, decodeBands } from './bands.ts'
import { useHeld } from './use-held.ts'
import { useSettled } from './use-settled.ts'

interface Preview {
  readonly bands: Bands
  readonly sureCountByStrictness: readonly number[]
  readonly precisionByStrictness: readonly (PrecisionEstimate | null)[]
  readonly yesCount: number
  readonly noCount: number
  readonly usedHints: boolean
  readonly notice: string | null
}

interface PreviewState {
  /** The last answer; stays while the next one is on its way. Null when nothing is asked. */
  readonly preview: Preview | null
  /** Whether the last answer that came is the one given here: it is held back while the person aims. */
  readonly isLatest: boolean
  /** The strictness the answer was made for; null while a new one is on its way. */
  readonly answeredStrictness: number | null
  readonly error: Error | null
}

/**
 * What a category with these words would hold, asked a moment after the last key. `draft` null: nothing to ask yet; the same
 * object as long as it says the same. With `categoryId` the answers given for it count too. `limit`: photos of each band.
 */
export function usePreview(
  draft: CategoryDraft | null,
  categoryId: number | null,
  limit: number,
  isHeld: () => boolean,
): PreviewState {
  const settled = useSettled(draft)
  // Nothing typed any more: nothing is shown any more, at once.
  const asked = draft === null ? null : settled
  const input = useMemo(
    () => (asked === null ? null : { draft: asked, limit, ...(categoryId !== null && { categoryId }) }),
    [asked, categoryId, limit],
  )
  const { data, error, isPlaceholderData } = useLibrary('categories.preview', input)
  const latest = useMemo(() => (data === undefined || input === null ? null : decode(data)), [data, input])
  const held = useHeld(latest, isHeld)
  const preview = latest === null ? null : (held ?? latest)
  return {
    preview,
    isLatest: preview === latest,
    error,
    answeredStrictness: isPlaceholderData || draft !== asked ? null : (asked?.strictness ?? null),
  }
}

// The same answer is asked for again with every render that changes the question; unpacking it anew would move everything.
const known = new WeakMap<CategoryPreview, Preview>()

function decode(answer: CategoryPreview): Preview {
  const earlier = known.get(answer)
  if (earlier !== undefined) return earlier
  const { sureCountByStrictness, precisionByStrictness, yesCount, noCount, usedHints, notice } = answer
  const preview = {
    bands: decodeBands(answer),
    sureCountByStrictness,
    precisionByStrictness,
    yesCount,
    noCount,
    usedHints,
    notice,
  }
  known.set(answer, preview)
  return preview
}
