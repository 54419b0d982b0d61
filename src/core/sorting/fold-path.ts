/**
 * One key for names that some file system holds to be one: without case (Windows, macOS) and normal form (macOS). Two names
 * with different keys are two files everywhere that photos are kept.
 */
export function foldName(name: string): string {
  // Most names are plain, and there are 100,000 of them.
  if (isAscii(name)) return name.toLowerCase()
  // A sigma at the end of a word has a small letter of its own, but one large letter.
  return name.normalize('NFC').toLowerCase().normalize('NFC').replaceAll('ς', 'σ')
}

/** The same for a path with `/` between names. */
export function foldPath(path: string): string {
  return isAscii(path) ? path.toLowerCase() : path.split('/').map(foldName).join('/')
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}
