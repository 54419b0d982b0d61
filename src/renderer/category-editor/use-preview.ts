import { useEffect, useMemo, useState } from 'react'
import type { CategoryDraft, CategoryPreview } from '../../contract/categories.ts'
import { useLibrary } from '../connection/library.tsx'
import { bytesOfBase64 } from '../photos/bytes-of-base64.ts'

const pauseMs = 150
const mostPhotos = 300

export interface Preview {
  /** Best first; those from `sureCount` on are less certain. May be fewer than `sureCount + unsureCount`. */
  readonly ids: Uint32Array
  /** Width / height x 1000. */
  readonly aspects: Uint16Array
  /** Three bytes a photo, RGB. */
  readonly colours: Uint8Array
  readonly sureCount: number
  readonly unsureCount: number
  readonly sureCountByStrictness: readonly number[]
  readonly notice: string | null
}

interface PreviewState {
  /** The strictness the answer was made for; null while a new one is on its way. */
  readonly answeredStrictness: number | null
  /** The last answer; stays while the next one is on its way. Null when nothing is asked. */
  readonly preview: Preview | null
  readonly error: Error | null
}

/**
 * What a category with these words would hold, asked a moment after the last key. `draft` null: nothing to ask yet; the same
 * object as long as it says the same. With `categoryId` the answers given for it count too.
 */
export function usePreview(draft: CategoryDraft | null, categoryId: number | null): PreviewState {
  const settled = useSettled(draft)
  const input = useMemo(
    () => (settled === null ? null : { draft: settled, limit: mostPhotos, ...(categoryId !== null && { categoryId }) }),
    [settled, categoryId],
  )
  const { data, error, isPlaceholderData } = useLibrary('categories.preview', input)
  const preview = useMemo(() => (data === undefined || input === null ? null : decode(data)), [data, input])
  return { preview, error, answeredStrictness: isPlaceholderData ? null : (input?.draft.strictness ?? null) }
}

/** The value, once it has stayed the same for a moment; the first one at once. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

function decode(answer: CategoryPreview): Preview {
  return {
    ids: new Uint32Array(bytesOfBase64(answer.ids).buffer),
    aspects: new Uint16Array(bytesOfBase64(answer.aspects).buffer),
    colours: bytesOfBase64(answer.colours),
    sureCount: answer.sureCount,
    unsureCount: answer.unsureCount,
    sureCountByStrictness: answer.sureCountByStrictness,
    notice: answer.notice,
  }
}
