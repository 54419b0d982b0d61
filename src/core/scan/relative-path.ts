/** Paths below a folder: `/` between names, none in front. A directory ends with `/`; the folder itself is ''. */

/** "a/b/c.jpg" → "a/b/" */
export function directoryOf(relativePath: string): string {
  return relativePath.slice(0, relativePath.lastIndexOf('/') + 1)
}

/** "a/b/c.jpg" → "c.jpg" */
export function nameOf(relativePath: string): string {
  return relativePath.slice(relativePath.lastIndexOf('/') + 1)
}

/** Whether `directory` is `ancestor` or lies in it; both end with `/` or are ''. */
export function isWithin(directory: string, ancestor: string): boolean {
  return directory.startsWith(ancestor)
}
