import type { TextInput } from './manifest.ts'

/** Texts of one run of the text encoder: `rows` x `length` numbers, row after row. */
export interface TokenBatch {
  readonly rows: number
  readonly length: number
  readonly ids: readonly number[]
  /** 1 where a token is, 0 where it is padding. */
  readonly mask: readonly number[]
}

/**
 * Cuts a text to `maxTokens`, special tokens included: what is between the special tokens at both ends loses its end, as
 * Hugging Face's tokenizers truncate.
 * @param whole the ids with special tokens
 * @param plain the ids of the same text without
 */
export function truncateTokens(
  whole: readonly number[],
  plain: readonly number[],
  maxTokens: number,
): readonly number[] {
  if (whole.length <= maxTokens) return whole
  const specialCount = whole.length - plain.length
  let prefixCount = 0
  while (prefixCount < specialCount && !startsAt(whole, plain, prefixCount)) prefixCount++
  const suffixCount = specialCount - prefixCount
  return [...whole.slice(0, maxTokens - suffixCount), ...whole.slice(whole.length - suffixCount)]
}

function startsAt(whole: readonly number[], plain: readonly number[], at: number): boolean {
  return plain.every((id, i) => whole[at + i] === id)
}

/** Fills texts up to one length, as the manifest says. None of them is longer than `maxTokens`. */
export function padTokens(
  texts: readonly (readonly number[])[],
  text: Pick<TextInput, 'maxTokens' | 'padding' | 'padId'>,
): TokenBatch {
  const longest = texts.reduce((length, ids) => Math.max(length, ids.length), 1)
  const length = text.padding === 'max' ? text.maxTokens : longest
  const column = Array.from({ length }, (_, i) => i)
  return {
    rows: texts.length,
    length,
    ids: texts.flatMap((ids) => column.map((i) => ids[i] ?? text.padId)),
    mask: texts.flatMap((ids) => column.map((i) => (i < ids.length ? 1 : 0))),
  }
}
