/** The directory of a relative path, without a `/` at its end: "a/b/c.jpg" → "a/b". */
export function directoryPlace(relativePath: string): string {
  return relativePath.slice(0, Math.max(0, relativePath.lastIndexOf('/')))
}
