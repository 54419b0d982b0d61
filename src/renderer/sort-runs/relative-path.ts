/** A path as it is below a folder, for lists where all lie there; in full where it does not. Both in full. */
export function relativePath(path: string, folderPath: string): string {
  const next = path[folderPath.length]
  const isBelow = path.startsWith(folderPath) && (next === '/' || next === '\\')
  return isBelow ? path.slice(folderPath.length + 1) : path
}

/** The last name of a path in full, either slash. */
export function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.startsWith('/') ? -1 : path.lastIndexOf('\\')) + 1)
}
