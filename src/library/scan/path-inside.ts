import { isAbsolute, relative, sep } from 'node:path'

/** Whether `path` is `folder` or lies in it. Both absolute and without links. */
export function isInside(path: string, folder: string): boolean {
  return relativeInside(path, folder) !== null
}

/** The way from `folder` to `path` with `/` between names ('' for itself), or null when it does not lie in it. */
export function relativeInside(path: string, folder: string): string | null {
  const way = relative(folder, path)
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return null
  return sep === '/' ? way : way.replaceAll(sep, '/')
}
