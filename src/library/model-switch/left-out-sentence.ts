/** What a model does not look at for now; null where that is nothing. */
export function leftOutSentence(awayCount: number, unreadableCount: number): string | null {
  const parts = [
    ...(awayCount === 0 ? [] : [`${photos(awayCount)} on drives that are not connected`]),
    ...(unreadableCount === 0 ? [] : [`${photos(unreadableCount)} that can’t be opened now`]),
  ]
  if (parts.length === 0) return null
  return `${parts.join(' and ')} ${awayCount + unreadableCount === 1 ? 'is' : 'are'} looked at later.`
}

function photos(count: number): string {
  return count === 1 ? '1 photo' : `${count.toLocaleString('en-US')} photos`
}
