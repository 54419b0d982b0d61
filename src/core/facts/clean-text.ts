/**
 * Text from inside a file, fit to be shown: one line without control or direction-changing characters (a file must not be
 * able to write over the words around it), white space collapsed, at most `maxLength` characters. Null when nothing is left.
 */
export function cleanText(text: string, maxLength: number): string | null {
  const line = text
    .slice(0, maxLength * 8)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\uFFFD\s]+/gu, ' ')
    .trim()
  return [...line].slice(0, maxLength).join('').trim() || null
}
