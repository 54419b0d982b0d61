import { readdirSync, readFileSync } from 'node:fs'

/** Names in a directory of the system; none where it is not there or may not be read. */
export function namesIfThere(dir: string): readonly string[] {
  try {
    return readdirSync(dir)
  } catch {
    return []
  }
}

/** A small file of the system without its end of line; undefined where it is not there or may not be read. */
export function textIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}
