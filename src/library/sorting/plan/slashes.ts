import { sep } from 'node:path'

/** A path of this system with `/` between names, as core has it. */
export function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/** The other way. */
export function withSeparators(path: string): string {
  return sep === '/' ? path : path.replaceAll('/', sep)
}
