/** Ends the name of a file of shared categories. */
const ending = '.winnow.json'
const longest = 60

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** A name to save categories under that every operating system takes: no path, no sign it forbids. */
export function fileNameOf(categoryNames: readonly string[]): string {
  const [only] = categoryNames
  if (only === undefined || categoryNames.length > 1) return `Winnow categories${ending}`
  const plain = only
    .toWellFormed()
    .replaceAll(/[\p{C}\\/:*?"<>|\uFFFD]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
  const name = [...plain]
    .slice(0, longest)
    .join('')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  return `${name === '' || reserved.test(name) ? `Category ${name}`.trim() : name}${ending}`
}
