/** Bytes of a text in UTF-8. */
export function utf8Bytes(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    // A pair of surrogates is four bytes; a lone one becomes U+FFFD.
    else if (unit >= 0xd800 && unit < 0xdc00 && isLowSurrogate(text.charCodeAt(i + 1))) {
      bytes += 4
      i++
    } else bytes += 3
  }
  return bytes
}

/**
 * The longest beginning of a text that has at most so many bytes in UTF-8 and so many UTF-16 units, cut between what a
 * person sees as characters, and without spaces or dots at its end when it was cut. May be ''.
 */
export function shortenText(text: string, mostBytes: number, mostUnits: number): string {
  if (text.length <= mostUnits && utf8Bytes(text) <= mostBytes) return text
  let [bytes, units] = [0, 0]
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    const [nextBytes, nextUnits] = [bytes + utf8Bytes(segment), units + segment.length]
    if (nextBytes > mostBytes || nextUnits > mostUnits) break
    ;[bytes, units] = [nextBytes, nextUnits]
  }
  return text.slice(0, units).replace(/[. ]+$/, '')
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
