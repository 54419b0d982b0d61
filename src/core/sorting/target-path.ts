/** "C:/Photos" and "C:/Photos/2024/May" → "2024/May"; null when it is not inside. */
export function relativeTo(root: string, path: string): string | null {
  if (path === root) return ''
  const start = root.endsWith('/') ? root : `${root}/`
  return path.startsWith(start) ? path.slice(start.length) : null
}

/** The name in a directory; '' is a directory, or a name, that adds nothing. */
export function joinPath(directory: string, name: string): string {
  return directory === '' || directory.endsWith('/') || name === '' ? directory + name : `${directory}/${name}`
}
