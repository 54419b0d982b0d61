import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/**
 * A path that a person typed, with `~` for their home.
 * @param example below the home, for the sentence that refuses one that does not begin at the root
 */
export function typedPath(
  given: string,
  ...example: readonly string[]
): { readonly path: string } | { readonly reason: string } {
  const path = given === '~' || given.startsWith('~/') ? join(homedir(), given.slice(1)) : given
  if (isAbsolute(path)) return { path }
  return { reason: `“${given}” is not a full path. Write it from the beginning, as in ${join(homedir(), ...example)}.` }
}
