import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { ListedFile } from '../../core/scan/diff-listing.ts'
import { listDirectory } from './list-directory.ts'
import { isInside } from './path-inside.ts'

/** Where to look: one directory, or with `deep` everything below it too. A directory ends with `/`, the folder is ''. */
export interface ScanTarget {
  readonly directory: string
  readonly deep: boolean
}

export interface WalkOptions {
  /** Absolute, without links. */
  readonly root: string
  readonly targets: readonly ScanTarget[]
  /** Real paths that are never entered: Winnow's own, and other folders of the library. */
  readonly closed: readonly string[]
  /** Whether to go into a link to a folder outside the root; asked with the directory it would have. */
  readonly followLink: (directory: string) => boolean
  readonly platform: string
  readonly signal: AbortSignal
}

export type WalkStep =
  | {
      readonly kind: 'files'
      readonly directory: string
      readonly files: readonly ListedFile[]
      readonly badNames: number
    }
  /** The whole directory was listed. */
  | { readonly kind: 'listed'; readonly directory: string; readonly isEmpty: boolean }
  /** `code` is the file system's: "EACCES". */
  | { readonly kind: 'unreadable'; readonly directory: string; readonly code: string }

interface Place {
  readonly directory: string
  readonly realPath: string
  readonly deep: boolean
}

/**
 * Lists a folder, directory after directory, without recursion and without going anywhere twice: real paths are
 * remembered. Links to folders come last, in the order of their paths, so that a folder that is reachable plainly and by
 * link always shows under its plain path. Links back into the root, or to what holds the root, are loops and not followed.
 */
export async function* walkFolder(options: WalkOptions): AsyncGenerator<WalkStep> {
  const { root, signal } = options
  const visited = new Set<string>()
  const queue: Place[] = []
  const links: string[] = []
  for (const target of options.targets) {
    const realPath = target.directory === '' ? root : join(root, target.directory.slice(0, -1))
    if (!options.closed.some((closed) => isInside(realPath, closed))) queue.push({ ...target, realPath })
  }

  let next = 0
  while (!signal.aborted) {
    const place = queue[next] ?? (await nextLinked(links, visited, options))
    next = Math.min(next + 1, queue.length)
    if (place === undefined) return
    if (visited.has(place.realPath) || options.closed.includes(place.realPath)) continue
    visited.add(place.realPath)
    try {
      let isEmpty = true
      let isPartial = false
      for await (const part of listDirectory(place.realPath, options.platform)) {
        if (signal.aborted) return
        if (part.files.length + part.directories.length + part.links.length > 0) isEmpty = false
        isPartial ||= part.isPartial
        yield { kind: 'files', directory: place.directory, files: part.files, badNames: part.badNames }
        if (!place.deep) continue
        for (const name of part.directories) {
          queue.push({ directory: `${place.directory}${name}/`, realPath: join(place.realPath, name), deep: true })
        }
        for (const name of part.links) links.push(`${place.directory}${name}/`)
      }
      if (isPartial) yield { kind: 'unreadable', directory: place.directory, code: 'EIO' }
      else yield { kind: 'listed', directory: place.directory, isEmpty }
    } catch (error) {
      yield { kind: 'unreadable', directory: place.directory, code: codeOf(error) }
    }
  }
}

/** Takes the first link that leads somewhere new out of `links`. */
async function nextLinked(
  links: string[],
  visited: ReadonlySet<string>,
  options: WalkOptions,
): Promise<Place | undefined> {
  links.sort()
  while (links.length > 0) {
    const directory = links.shift()!
    if (!options.followLink(directory)) continue
    const realPath = await realpath(join(options.root, directory)).catch(() => undefined)
    if (realPath === undefined || visited.has(realPath)) continue
    const isLoop = isInside(realPath, options.root) || isInside(options.root, realPath)
    if (isLoop || options.closed.some((closed) => isInside(realPath, closed))) continue
    return { directory, realPath, deep: true }
  }
  return undefined
}

/** The file system's code of an error: "EACCES"; "EIO" when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'EIO'
}
